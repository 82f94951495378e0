#pragma once

#include <cstdint>

/// What a word does in a statement. Values are bits and are combined.
namespace quoth::variants::trait {

constexpr std::uint32_t light = 1U
                                << 0U;  ///< Tells one utterance from another badly: "the", "would".
constexpr std::uint32_t negation = 1U << 1U;  ///< "not", "denied"
constexpr std::uint32_t modal = 1U << 2U;     ///< "may", "have to"
constexpr std::uint32_t past = 1U << 3U;      ///< A modal in the tense of indirect speech: "would".
constexpr std::uint32_t hedge = 1U << 4U;     ///< "perhaps", "I think" (each word of it)
constexpr std::uint32_t number = 1U << 5U;    ///< "1,000", "one thousand", "third"
constexpr std::uint32_t unit = 1U << 6U;      ///< "percent", "dollars", "%"
constexpr std::uint32_t calendar = 1U << 7U;  ///< "Monday", "May"
constexpr std::uint32_t pronoun = 1U << 8U;   ///< "she", "their"
constexpr std::uint32_t name = 1U << 9U;      ///< Capitalised where no sentence begins.
constexpr std::uint32_t bracketed = 1U << 10U;       ///< Stands in [ ]: an editor's word.
constexpr std::uint32_t ends_sentence = 1U << 11U;   ///< A full stop, "!" or "?" follows.
constexpr std::uint32_t after_ellipsis = 1U << 12U;  ///< "…" or "..." stands before it.
constexpr std::uint32_t after_break = 1U << 13U;     ///< The article broke in before it: "\n".
constexpr std::uint32_t number_word =
    1U << 14U;                              ///< A number in words may begin here: "two", "hundred".
constexpr std::uint32_t title = 1U << 15U;  ///< "Mr", "Senator": no part of a name.
constexpr std::uint32_t first_capital = 1U << 16U;  ///< Has the capital that begins a sentence.
constexpr std::uint32_t number_hedge = 1U << 17U;   ///< "about": hedges if a number follows.

}  // namespace quoth::variants::trait
