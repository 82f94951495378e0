#include "page/metadata.h"

#include <algorithm>

#include "page/spacing.h"

namespace quoth::page {
namespace {

bool equal_names(std::string_view a, std::string_view b) {
  const auto lower = [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

/// The text right below an element that holds no other.
std::string_view raw_text(const GumboNode& node) {
  const GumboVector& nodes = node.v.element.children;
  if (nodes.length == 0 || child(nodes, 0).type == GUMBO_NODE_ELEMENT) return {};
  return child(nodes, 0).v.text.text;
}

bool has_word(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

class Reader {
 public:
  void read(const GumboNode& root) {
    result_.language = attribute(root.v.element, "lang");
    if (result_.language.empty()) result_.language = attribute(root.v.element, "xml:lang");
    std::vector<const GumboNode*> open = {&root};
    while (!open.empty()) {
      const GumboNode& node = *open.back();
      open.pop_back();
      const GumboVector& nodes = *children(node);
      for (unsigned int k = nodes.length; k-- > 0;) {
        if (child(nodes, k).type == GUMBO_NODE_ELEMENT) open.push_back(&child(nodes, k));
      }
      visit(node);
    }
  }

  Metadata take() { return std::move(result_); }

 private:
  void visit(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
    switch (element.tag) {
      case GUMBO_TAG_META:
        return visit_meta(element);
      case GUMBO_TAG_LINK:
        if (attribute(element, "rel") == "canonical" && result_.canonical.empty()) {
          result_.canonical = attribute(element, "href");
        }
        return;
      case GUMBO_TAG_TITLE:
        if (result_.title_element.empty()) result_.title_element = spaced(raw_text(node));
        return;
      case GUMBO_TAG_SCRIPT:
        if (attribute(element, "type") == "application/ld+json") {
          json_ld_.read(raw_text(node), result_.article);
        }
        return;
      case GUMBO_TAG_H1:
        result_.headings.push_back(&node);
        break;
      default:
        break;
    }
    visit_property(node);
  }

  void visit_meta(const GumboElement& element) {
    const std::string_view content = attribute(element, "content");
    if (content.empty()) return;
    for (const char* const kind : {"property", "name", "itemprop"}) {
      const std::string_view name = attribute(element, kind);
      if (!name.empty()) result_.metas.push_back({name, content});
    }
  }

  void visit_property(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (element.attributes.length == 0 && element.tag != GUMBO_TAG_TIME) return;
    const std::string_view property = attribute(element, "itemprop");
    if (has_word(property, "author") || has_word(attribute(element, "rel"), "author")) {
      result_.authors.push_back(&node);
    }
    StatedTime time{
        &node, {}, has_word(property, "datePublished"), has_word(property, "dateModified")};
    if (element.tag != GUMBO_TAG_TIME && !time.is_published && !time.is_modified) return;
    time.date = attribute(element, "datetime");
    if (time.date.empty()) time.date = attribute(element, "content");
    const std::string_view names = attribute(element, "class");
    time.is_published = time.is_published || has_attribute(element, "pubdate") ||
                        has_word(names, "publish") || has_word(names, "entry-date");
    time.is_modified = time.is_modified || has_word(names, "updated") || has_word(names, "modif");
    result_.times.push_back(time);
  }

  Metadata result_;
  JsonLdReader json_ld_;
};

}  // namespace

std::string_view Metadata::meta(std::string_view name) const {
  const auto found = std::find_if(metas.begin(), metas.end(),
                                  [&](const Meta& meta) { return equal_names(meta.name, name); });
  return found == metas.end() ? std::string_view{} : found->content;
}

Metadata read_metadata(const Tree& tree) {
  Reader reader;
  reader.read(tree.root());
  return reader.take();
}

}  // namespace quoth::page
