#include "page/tag_traits.h"

namespace quoth::page {
namespace {

constexpr TagTable<Traits> tag_traits = [] {
  using enum Tag;
  TagTable<Traits> traits;
  traits.add(
      is_special,
      {address,  applet,   area,     article, aside,   base,     basefont,   bgsound, blockquote,
       body,     br,       button,   caption, center,  col,      colgroup,   dd,      details,
       dir,      div,      dl,       dt,      embed,   fieldset, figcaption, figure,  footer,
       form,     frame,    frameset, h1,      h2,      h3,       h4,         h5,      h6,
       head,     header,   hgroup,   hr,      html,    iframe,   img,        input,   keygen,
       li,       link,     listing,  main,    marquee, menu,     meta,       nav,     noembed,
       noframes, noscript, object,   ol,      p,       param,    plaintext,  pre,     script,
       section,  select,   source,   style,   summary, table,    tbody,      td,      template_,
       textarea, tfoot,    th,       thead,   title,   tr,       track,      ul,      wbr,
       xmp});
  traits.add(ends_scope, {applet, caption, html, table, td, th, marquee, object, template_});
  traits.add(ends_list_scope, {ol, ul});
  traits.add(ends_button_scope, {button});
  traits.add(ends_table_scope, {html, table, template_});
  traits.add(has_implied_end | has_implied_end_in_template,
             {dd, dt, li, optgroup, option, p, rb, rp, rt, rtc});
  traits.add(has_implied_end_in_template, {caption, colgroup, tbody, td, tfoot, th, thead, tr});
  traits.add(is_heading, {h1, h2, h3, h4, h5, h6});
  traits.add(fosters, {table, tbody, tfoot, thead, tr});
  traits.add(breaks_out,
             {b,     big,   blockquote, body,   br,   center, code,  dd, div,  dl,   dt,
              em,    embed, h1,         h2,     h3,   h4,     h5,    h6, head, hr,   i,
              img,   li,    listing,    menu,   meta, nobr,   ol,    p,  pre,  ruby, s,
              small, span,  strong,     strike, sub,  sup,    table, tt, u,    ul,   var});
  return traits;
}();

}  // namespace

Traits traits_of(Tag tag) noexcept { return tag_traits[tag]; }

}  // namespace quoth::page
