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

bool has_word(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(const Tree& tree) : tree_(tree) { result_.tree = &tree; }

  /// All elements in document order, templates and what is in them left out.
  void read() {
    const Node& root = tree_[Tree::root];
    result_.language = tree_.attribute(root, AttributeName::lang);
    if (result_.language.empty()) {
      result_.language = tree_.attribute(root, AttributeName::xml_lang);
    }
    NodeIndex index = Tree::root;
    while (index != no_node) {
      const Node& node = tree_[index];
      const bool is_read = node.is_element() && !node.is(Tag::template_);
      if (is_read) visit(index);
      index = next(index, is_read);
    }
  }

  Metadata take() { return std::move(result_); }

 private:
  /// The next node of the tree, below this one or not.
  NodeIndex next(NodeIndex index, bool goes_in) const {
    if (goes_in && tree_[index].first_child != no_node) return tree_[index].first_child;
    while (index != Tree::root && tree_[index].next == no_node) index = tree_[index].parent;
    return index == Tree::root ? no_node : tree_[index].next;
  }

  void visit(NodeIndex index) {
    const Node& element = tree_[index];
    if (element.space != Namespace::html) return;
    switch (element.tag) {
      case Tag::meta:
        return visit_meta(element);
      case Tag::link:
        if (tree_.attribute(element, AttributeName::rel) == "canonical" &&
            result_.canonical.empty()) {
          result_.canonical = tree_.attribute(element, AttributeName::href);
        }
        return;
      case Tag::title:
        if (result_.title_element.empty())
          result_.title_element = spaced(tree_.characters_of(index));
        return;
      case Tag::script:
        if (tree_.attribute(element, AttributeName::type) == "application/ld+json") {
          json_ld_.read(tree_.characters_of(index), result_.article);
        }
        return;
      case Tag::h1:
        result_.headings.push_back(index);
        break;
      default:
        break;
    }
    visit_property(index);
  }

  void visit_meta(const Node& element) {
    const std::string_view content = tree_.attribute(element, AttributeName::content);
    if (content.empty()) return;
    for (const AttributeName kind :
         {AttributeName::property, AttributeName::name, AttributeName::itemprop}) {
      const std::string_view name = tree_.attribute(element, kind);
      if (!name.empty()) result_.metas.push_back({name, content});
    }
  }

  void visit_property(NodeIndex index) {
    const Node& element = tree_[index];
    if (element.attributes == 0 && element.tag != Tag::time) return;
    const std::string_view property = tree_.attribute(element, AttributeName::itemprop);
    if (has_word(property, "author") ||
        has_word(tree_.attribute(element, AttributeName::rel), "author")) {
      result_.authors.push_back(index);
    }
    StatedTime time{
        index, {}, has_word(property, "datePublished"), has_word(property, "dateModified")};
    if (element.tag != Tag::time && !time.is_published && !time.is_modified) return;
    time.date = tree_.attribute(element, AttributeName::datetime);
    if (time.date.empty()) time.date = tree_.attribute(element, AttributeName::content);
    const std::string_view names = tree_.attribute(element, AttributeName::class_);
    time.is_published = time.is_published || tree_.has_attribute(element, AttributeName::pubdate) ||
                        has_word(names, "publish") || has_word(names, "entry-date");
    time.is_modified = time.is_modified || has_word(names, "updated") || has_word(names, "modif");
    result_.times.push_back(time);
  }

  const Tree& tree_;
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
  Reader reader(tree);
  reader.read();
  return reader.take();
}

}  // namespace quoth::page
