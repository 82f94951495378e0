#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quoth::page {

/// The names of elements that the rules of a page's tree know; all others are `unknown`. Alphabetical, as tag_names.
enum class Tag : std::uint8_t {
  // clang-format off
  unknown,
  a, abbr, acronym, address, annotation_xml, applet, area, article, aside, audio,
  b, base, basefont, bdi, bdo, bgsound, big, blink, blockquote, body, br, button,
  canvas, caption, center, cite, code, col, colgroup,
  data, datalist, dd, del, desc, details, dfn, dir, div, dl, dt,
  em, embed, fieldset, figcaption, figure, font, footer, foreignobject, form, frame, frameset,
  h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html,
  i, iframe, image, img, input, ins, isindex, kbd, keygen,
  label, legend, li, link, listing,
  main, malignmark, map, mark, marquee, math, menu, menuitem, meta, meter, mglyph, mi, mn, mo, ms, mtext, multicol,
  nav, nextid, nobr, noembed, noframes, noscript,
  object, ol, optgroup, option, output, p, param, plaintext, pre, progress,
  q, rb, rp, rt, rtc, ruby,
  s, samp, script, section, select, small, source, spacer, span, strike, strong, style, sub, summary, sup, svg,
  table, tbody, td, template_, textarea, tfoot, th, thead, time, title, tr, track, tt,
  u, ul, var, video, wbr, xmp,
  // clang-format on
};

constexpr std::array<std::string_view, 151> tag_names = {
    // clang-format off
    "",
    "a", "abbr", "acronym", "address", "annotation-xml", "applet", "area", "article", "aside", "audio",
    "b", "base", "basefont", "bdi", "bdo", "bgsound", "big", "blink", "blockquote", "body", "br", "button",
    "canvas", "caption", "center", "cite", "code", "col", "colgroup",
    "data", "datalist", "dd", "del", "desc", "details", "dfn", "dir", "div", "dl", "dt",
    "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "foreignobject", "form", "frame", "frameset",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "i", "iframe", "image", "img", "input", "ins", "isindex", "kbd", "keygen",
    "label", "legend", "li", "link", "listing",
    "main", "malignmark", "map", "mark", "marquee", "math", "menu", "menuitem", "meta", "meter", "mglyph", "mi", "mn", "mo", "ms", "mtext", "multicol",
    "nav", "nextid", "nobr", "noembed", "noframes", "noscript",
    "object", "ol", "optgroup", "option", "output", "p", "param", "plaintext", "pre", "progress",
    "q", "rb", "rp", "rt", "rtc", "ruby",
    "s", "samp", "script", "section", "select", "small", "source", "spacer", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg",
    "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt",
    "u", "ul", "var", "video", "wbr", "xmp",
    // clang-format on
};
constexpr std::size_t tag_count = tag_names.size();
static_assert(static_cast<std::size_t>(Tag::xmp) + 1 == tag_count);

/// The tag of a name as it is written, in letters of either case.
Tag tag_of(std::string_view name) noexcept;

/// The name in lower case; empty for unknown ones.
constexpr std::string_view name_of(Tag tag) noexcept {
  return tag_names[static_cast<std::size_t>(tag)];
}

}  // namespace quoth::page
