#include "nn/probability.h"

#include <gtest/gtest.h>

#include <cmath>

namespace quoth::nn {
namespace {

TEST(Probability, is_near_the_library_functions) {
  for (double x = -30.0; x < 30.0; x += 0.37) {
    EXPECT_NEAR(exponential(x) / std::exp(x), 1.0, 1e-11) << x;
    EXPECT_NEAR(logarithm(std::exp(x)), x, 1e-9) << x;
  }
}

TEST(Probability, far_values_saturate) {
  EXPECT_EQ(exponential(-1e9), 0.0);
  EXPECT_EQ(exponential(1e9), 1e300);
  EXPECT_EQ(sigmoid(-1e9F), 0.0F);
  EXPECT_EQ(sigmoid(1e9F), 1.0F);
}

TEST(Probability, a_softmax_adds_up_to_one) {
  const float scores[] = {1.0F, -2.0F, 0.5F, 30.0F};
  double total = 0.0;
  for (std::size_t k = 0; k < 4; ++k) total += std::exp(log_probability(scores, 4, k));
  EXPECT_NEAR(total, 1.0, 1e-9);
}

}  // namespace
}  // namespace quoth::nn
