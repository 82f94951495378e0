#include "server/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace quoth::server {
namespace {

TEST(WorkerPool, runs_every_task_on_a_thread_of_its_own) {
  std::atomic<int> sum = 0;
  std::atomic<bool> numbers_are_right = true;
  {
    WorkerPool pool(3, 1000);
    for (int k = 1; k <= 500; ++k) {
      EXPECT_TRUE(pool.submit([&, k](std::size_t worker) {
        if (worker >= 3) numbers_are_right = false;
        sum += k;
      }));
    }
  }
  EXPECT_EQ(sum, 500 * 501 / 2);
  EXPECT_TRUE(numbers_are_right);
}

TEST(WorkerPool, refuses_what_is_too_much_for_its_threads) {
  std::promise<void> gate;
  const std::shared_future<void> opened = gate.get_future().share();
  WorkerPool pool(1, 2);
  EXPECT_TRUE(pool.submit([opened](std::size_t) { opened.wait(); }));
  EXPECT_TRUE(pool.submit([](std::size_t) {}));
  EXPECT_FALSE(pool.submit([](std::size_t) {}));
  gate.set_value();
}

TEST(WorkerPool, has_place_again_after_a_task_of_a_thread) {
  WorkerPool pool(1, 1);
  for (int k = 0; k < 50; ++k) {
    std::promise<void> done;
    while (!pool.submit([&done](std::size_t) { done.set_value(); })) std::this_thread::yield();
    done.get_future().wait();
  }
}

TEST(WorkerPool, without_threads_takes_nothing) {
  WorkerPool pool(0, 10);
  EXPECT_FALSE(pool.submit([](std::size_t) {}));
}

}  // namespace
}  // namespace quoth::server
