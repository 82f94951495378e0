#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/input.h"
#include "ingest/input_list.h"
#include "ingest/read_counts.h"

namespace quoth::cli {

/// The size of all inputs where they are plain files; nothing where that would have to be looked for.
std::optional<std::uint64_t> size_of(const std::vector<std::string>& inputs,
                                     const std::vector<std::string>& lists);

/// Walks through all inputs, item by item: an item is a document (a page's text still to be made) or an error.
class Inputs {
 public:
  /// REQUIRES: `options` outlive this.
  Inputs(std::vector<std::string> arguments, std::vector<std::string> lists,
         const ingest::InputOptions& options)
      : list_(std::move(arguments), std::move(lists)), options_(options) {}

  /// Where an item stands.
  struct Place {
    std::uint64_t inputs_done = 0;  ///< Inputs that ended before it.
    std::string inputs_hash;        ///< Of their paths, in order; docs/formats/archive.md.
    std::string path;  ///< Of the input that it is of; empty: it is an error of the list itself.
    std::uint64_t item = 0;   ///< From 1, within that input.
    std::uint64_t bytes = 0;  ///< Of all inputs, read until it was found.
  };

  struct Next {
    /// From a result or an error, in place.
    template <typename Found>
    Next(Found&& found, Place where) : item(std::forward<Found>(found)), place(std::move(where)) {}

    Result<ingest::Item> item;
    Place place;
  };

  std::optional<Next> next();

  /// That of the last item; after the end, behind all inputs.
  const Place& place() const noexcept { return place_; }

  /// Of all inputs so far.
  ingest::ReadCounts counts() const;
  std::optional<std::size_t> known_count() const { return list_.known_count(); }

 private:
  void end_input();

  ingest::InputList list_;
  const ingest::InputOptions& options_;
  std::optional<ingest::Input> input_;
  ingest::ReadCounts counts_;
  Place place_;
  std::uint64_t bytes_before_ = 0;
};

}  // namespace quoth::cli
