#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace quoth::base {

/// The three steps of ordered work on numbered slots. A slot is one item's place in the window; it
/// is used again once its item is delivered, and belongs to one step at a time.
struct SlotSteps {
  std::function<bool(std::size_t slot)>
      produce;  ///< Fills the slot; false: there are no more items.
  std::function<void(std::size_t slot, std::size_t worker)> work;  ///< On any thread, in any order.
  std::function<bool(std::size_t slot)> deliver;  ///< Empties the slot; false: stop early.
};

/// The core of ordered_map(), without types.
void run_ordered(std::size_t threads, std::size_t window, const SlotSteps& steps);

/// A parallel map that nobody can tell from a loop: items are produced one after the other, on one
/// thread, and answers delivered in the same order, on the calling thread, each as soon as it is there
/// (producing may wait long, for a person or a network); the work between runs on `threads` workers
/// (at least 1; with 1 no thread is started). At most `window` items (at least 1) are held at a time,
/// however many there are: that bounds memory. Returns when all is delivered or `deliver` gave false,
/// though not before a running `produce` does. The first exception, in the order of items, is thrown on.
///
///     std::optional<Item> produce()                  the next item, nothing at the end
///     Answer work(Item&, std::size_t worker)         worker in [0, threads): the owner of scratch memory
///     bool deliver(Answer)                           false ends the whole
template <typename Item, typename Answer, typename Produce, typename Work, typename Deliver>
void ordered_map(std::size_t threads, std::size_t window, Produce produce, Work work,
                 Deliver deliver) {
  window = window == 0 ? 1 : window;
  std::vector<std::optional<Item>> items(window);
  std::vector<std::optional<Answer>> answers(window);
  run_ordered(threads, window,
              {.produce =
                   [&](std::size_t slot) {
                     items[slot] = produce();
                     return items[slot].has_value();
                   },
               .work =
                   [&](std::size_t slot, std::size_t worker) {
                     answers[slot].emplace(work(*items[slot], worker));
                     items[slot].reset();
                   },
               .deliver =
                   [&](std::size_t slot) {
                     Answer answer = std::move(*answers[slot]);
                     answers[slot].reset();
                     return static_cast<bool>(deliver(std::move(answer)));
                   }});
}

}  // namespace quoth::base
