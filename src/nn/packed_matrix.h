#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

namespace quoth::nn {

struct Kernels;
struct MatrixView;
struct Packing;

/// Bytes aligned to a cache line, zeroed when made.
class AlignedBytes {
 public:
  AlignedBytes() = default;
  explicit AlignedBytes(std::size_t size);

  std::byte* data() const noexcept { return bytes_.get(); }
  std::size_t size() const noexcept { return size_; }

 private:
  struct Free {
    void operator()(std::byte* bytes) const noexcept;
  };
  std::unique_ptr<std::byte[], Free> bytes_;
  std::size_t size_ = 0;
};

/// A layer's weights in the layout that one set of kernels reads. Rows (outputs) are padded to a multiple of
/// 32 and columns (inputs) to one of 64, with zero weights; scale, bias and compensation likewise.
///
/// Int8 kernels may quantise the inputs in groups of `group` columns (a multiple of 64; the last may be shorter), each with a
/// scale of its own; then each has its compensations.
struct PackedMatrix {
  PackedMatrix(const MatrixView& matrix, const Kernels& kernels);
  PackedMatrix(const MatrixView& matrix, const Kernels& kernels, std::size_t columns_of_group);
  PackedMatrix(const MatrixView& matrix, const Packing& packing, std::size_t columns_of_group);

  std::size_t groups() const { return (columns + group - 1) / group; }
  const std::int32_t* compensation_of(std::size_t number) const {
    return compensation.data() + number * scale.size();
  }

  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t padded_columns = 0;
  std::size_t group = 0;
  AlignedBytes weights;
  std::vector<float> scale, bias;
  std::vector<std::int32_t>
      compensation;  ///< [groups, padded rows]: 128 · sum of the row's weights; see integer_kernels.h.
};

}  // namespace quoth::nn
