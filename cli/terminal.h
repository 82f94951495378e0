#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quoth::cli {

bool stdout_is_terminal();
bool stderr_is_terminal();

/// Columns of the terminal, from it or from COLUMNS; 100 where neither tells; between 40 and 200.
std::size_t terminal_width();

/// Writes to standard output. False: the reader has gone (a broken pipe), which is no error, or the
/// output cannot be written (a full disk), which is told on standard error.
bool write_out(std::string_view text);

/// Whether any write_out() failed for another reason than that the reader has gone.
bool output_failed();

/// Bytes of the character at `at` when it would command the terminal instead of being shown: C0, DEL, C1,
/// and the signs that change the direction of text (they could make an article show other words than it has).
/// Otherwise 0. REQUIRES: `text` is UTF-8, `at` the start of a character.
std::size_t command_size(std::string_view text, std::size_t at);

/// The text without such characters but line feeds, and with U+FFFD for what is not UTF-8.
std::string harmless(std::string_view text);

/// "quoth: …" on standard error; nothing where that is closed.
void complain(std::string_view message);

}  // namespace quoth::cli
