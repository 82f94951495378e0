#include "server/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>

namespace quoth::server {
namespace {

using Delivery = WorkerPool::Delivery;

TEST(WorkerPool, runs_every_task_on_a_thread_of_its_own) {
  std::atomic<int> sum = 0;
  std::atomic<bool> numbers_are_right = true;
  {
    WorkerPool pool(3, 1000);
    for (int k = 1; k <= 500; ++k) {
      EXPECT_TRUE(pool.submit([&, k](std::size_t worker) {
        if (worker >= 3) numbers_are_right = false;
        sum += k;
        return Delivery();
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
  EXPECT_TRUE(pool.submit([opened](std::size_t) {
    opened.wait();
    return Delivery();
  }));
  EXPECT_TRUE(pool.submit([](std::size_t) { return Delivery(); }));
  EXPECT_FALSE(pool.submit([](std::size_t) { return Delivery(); }));
  gate.set_value();
}

TEST(WorkerPool, has_place_again_when_a_task_delivers) {
  WorkerPool pool(1, 1);
  for (int k = 0; k < 500; ++k) {
    const auto done = std::make_shared<std::promise<void>>();
    ASSERT_TRUE(pool.submit([done](std::size_t) -> Delivery {
      return [done] { done->set_value(); };
    })) << k;
    done->get_future().wait();
  }
}

TEST(WorkerPool, without_threads_takes_nothing) {
  WorkerPool pool(0, 10);
  EXPECT_FALSE(pool.submit([](std::size_t) { return Delivery(); }));
}

}  // namespace
}  // namespace quoth::server
