#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace quoth::base {
namespace {

/// Squares of 0 … count−1; every third item is slow, so that later ones overtake it.
std::vector<int> squares(std::size_t threads, std::size_t window, int count) {
  std::vector<int> answers;
  int next = 0;
  ordered_map<int, int>(
      threads, window,
      [&]() -> std::optional<int> { return next < count ? std::optional(next++) : std::nullopt; },
      [](int item, std::size_t) {
        if (item % 3 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
        return item * item;
      },
      [&](int answer) {
        answers.push_back(answer);
        return true;
      });
  return answers;
}

TEST(ThreadPool, delivers_while_producing_waits) {
  std::atomic<int> delivered = 0;
  int next = 0;
  ordered_map<int, int>(
      2, 8,
      [&]() -> std::optional<int> {
        // Each item but the first is produced only once all before it are delivered.
        while (delivered < next) std::this_thread::yield();
        return next < 5 ? std::optional(next++) : std::nullopt;
      },
      [](int item, std::size_t) { return item; },
      [&](int) {
        ++delivered;
        return true;
      });
  EXPECT_EQ(delivered, 5);
}

TEST(ThreadPool, delivers_in_the_order_of_production_for_any_threads_and_window) {
  const std::vector<int> expected = squares(1, 1, 100);
  ASSERT_EQ(expected.size(), 100U);
  ASSERT_EQ(expected[99], 99 * 99);
  for (const std::size_t threads : {2U, 3U, 8U}) {
    for (const std::size_t window : {0U, 1U, 2U, 7U, 200U}) {
      EXPECT_EQ(squares(threads, window, 100), expected) << threads << " " << window;
    }
  }
}

TEST(ThreadPool, no_items_are_no_error) {
  EXPECT_TRUE(squares(1, 4, 0).empty());
  EXPECT_TRUE(squares(4, 4, 0).empty());
}

TEST(ThreadPool, holds_no_more_items_than_the_window) {
  int produced = 0;
  std::atomic<int> delivered = 0;
  int most = 0;
  ordered_map<int, int>(
      3, 5,
      [&]() -> std::optional<int> {
        if (produced == 200) return std::nullopt;
        most = std::max(most, ++produced - delivered);
        return produced;
      },
      [](int item, std::size_t) { return item; },
      [&](int) {
        ++delivered;
        return true;
      });
  EXPECT_EQ(delivered, 200);
  EXPECT_LE(most, 5);
}

TEST(ThreadPool, stops_when_delivery_says_so) {
  for (const std::size_t threads : {1U, 4U}) {
    int next = 0;
    int delivered = 0;
    ordered_map<int, int>(
        threads, 8, [&]() -> std::optional<int> { return next++; },
        [](int item, std::size_t) { return item; }, [&](int) { return ++delivered < 10; });
    EXPECT_EQ(delivered, 10);
    EXPECT_LE(next, 10 + 8);
  }
}

TEST(ThreadPool, a_worker_number_belongs_to_one_thread_at_a_time) {
  std::vector<std::atomic<int>> busy(4);
  std::atomic<bool> shared = false;
  int next = 0;
  ordered_map<int, int>(
      4, 16,
      [&]() -> std::optional<int> { return next < 500 ? std::optional(next++) : std::nullopt; },
      [&](int item, std::size_t worker) {
        if (busy.at(worker).fetch_add(1) != 0) shared = true;
        std::this_thread::yield();
        busy.at(worker).fetch_sub(1);
        return item;
      },
      [](int) { return true; });
  EXPECT_FALSE(shared);
}

TEST(ThreadPool, throws_on_the_first_failure_after_delivering_what_came_before) {
  for (const std::size_t threads : {1U, 4U}) {
    int next = 0;
    std::vector<int> delivered;
    const auto run = [&] {
      ordered_map<int, int>(
          threads, 4, [&]() -> std::optional<int> { return next++; },
          [](int item, std::size_t) {
            if (item >= 5) throw std::runtime_error("item " + std::to_string(item));
            return item;
          },
          [&](int answer) {
            delivered.push_back(answer);
            return true;
          });
    };
    try {
      run();
      FAIL() << "nothing thrown";
    } catch (const std::runtime_error& failure) {
      EXPECT_STREQ(failure.what(), "item 5");
    }
    EXPECT_EQ(delivered, (std::vector<int>{0, 1, 2, 3, 4}));
  }
}

}  // namespace
}  // namespace quoth::base
