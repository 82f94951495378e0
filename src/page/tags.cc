#include "page/tags.h"

namespace quoth::page {

bool is_line_part(Tag tag) noexcept {
  switch (tag) {
    case Tag::a:
    case Tag::abbr:
    case Tag::acronym:
    case Tag::b:
    case Tag::basefont:
    case Tag::bdi:
    case Tag::bdo:
    case Tag::big:
    case Tag::blink:
    case Tag::cite:
    case Tag::code:
    case Tag::data:
    case Tag::del:
    case Tag::dfn:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::img:
    case Tag::ins:
    case Tag::kbd:
    case Tag::mark:
    case Tag::nobr:
    case Tag::q:
    case Tag::rb:
    case Tag::rt:
    case Tag::ruby:
    case Tag::s:
    case Tag::samp:
    case Tag::small:
    case Tag::spacer:
    case Tag::span:
    case Tag::strike:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::time:
    case Tag::tt:
    case Tag::u:
    case Tag::unknown:
    case Tag::var:
    case Tag::wbr:
      return true;
    default:
      return false;
  }
}

bool is_never_read(const Node& element) noexcept {
  if (element.space != Namespace::html) return true;
  switch (element.tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::noframes:
    case Tag::noembed:
    case Tag::iframe:
    case Tag::object:
    case Tag::embed:
    case Tag::audio:
    case Tag::video:
    case Tag::canvas:
    case Tag::select:
    case Tag::textarea:
    case Tag::input:
    case Tag::datalist:
    case Tag::rp:
    case Tag::title:
    case Tag::meta:
    case Tag::link:
    case Tag::template_:
      return true;
    default:
      return false;
  }
}

int heading_level(Tag tag) noexcept {
  switch (tag) {
    case Tag::h1:
      return 1;
    case Tag::h2:
      return 2;
    case Tag::h3:
      return 3;
    case Tag::h4:
      return 4;
    case Tag::h5:
      return 5;
    case Tag::h6:
      return 6;
    default:
      return 0;
  }
}

}  // namespace quoth::page
