#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

/// The encoding that a label means on the web (WHATWG Encoding Standard: "latin1" is windows-1252, "GB2312" is GB18030), by the
/// name under which ICU has it; case and white space around it do not count. Empty: the standard knows no such label, or
/// refuses to decode it. Lives for ever.
std::string_view charset_of_label(std::string_view label) noexcept;

/// The encoding in which the bytes of a text seem to be, by ICU's name: what a byte order mark says; UTF-8 where all is valid (the
/// end may cut the last of several sequences short); UTF-16 by its zero bytes; else what the bytes' statistics say, of which the first
/// MiB is read. What has few bytes above ASCII is windows-1252: so little tells nothing, and English has few.
/// Empty: no text in any encoding, as far as can be told.
std::string detected_charset(std::string_view bytes);

}  // namespace quoth::text
