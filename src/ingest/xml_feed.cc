#include "ingest/xml_feed.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>
#include <utility>

namespace quoth::ingest {
namespace {

constexpr std::string_view content_namespace = "http://purl.org/rss/1.0/modules/content/";
constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view dublin_core_terms = "http://purl.org/dc/terms/";

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon + 1);
}

std::string_view local_part(std::string_view name) { return name.substr(prefix_of(name).size()); }

std::string trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t start = text.find_first_not_of(space);
  if (start == std::string_view::npos) return {};
  return std::string(text.substr(start, text.find_last_not_of(space) - start + 1));
}

/// The text in a node and below it. Goes up by the parents, not by recursion: depth is the writer's to choose.
std::string text_of(pugi::xml_node node) {
  std::string text;
  for (pugi::xml_node at = node.first_child(); at;) {
    text += at.value();
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at == node) break;
    at = at.next_sibling();
  }
  return text;
}

class StringWriter : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

/// The markup in a node.
std::string inner_xml(pugi::xml_node node) {
  StringWriter writer;
  for (const pugi::xml_node child : node.children()) {
    child.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  }
  return std::move(writer.text);
}

/// HTML in RSS: mostly escaped, at times as elements.
std::string html_of(pugi::xml_node node) {
  const auto children = node.children();
  const bool has_elements = std::any_of(children.begin(), children.end(), [](pugi::xml_node child) {
    return child.type() == pugi::node_element;
  });
  return has_elements ? inner_xml(node) : text_of(node);
}

/// The first of the values that says something.
std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return {};
}

/// RSS: "ana@a.example (Ana Ruiz)".
std::string name_in_brackets(const std::string& author) {
  const std::size_t open = author.find('(');
  const std::size_t close = author.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open) return author;
  return trimmed(std::string_view(author).substr(open + 1, close - open - 1));
}

}  // namespace

struct XmlFeed::Impl {
  std::string xml;
  pugi::xml_document document;
  pugi::xml_parse_result parsed;
  pugi::xml_node feed;  ///< The channel, or the feed itself.
  pugi::xml_node at;    ///< The next child of it, or of RDF's root, to look at.
  std::string prefix;   ///< Of the feed's own elements: mostly none.
  std::string content, creator, date, modified;  ///< Names of elements of other namespaces.
  std::string feed_title, feed_authors;          ///< Looked for once: it may have many children.
  bool is_atom = false;

  bool open();
  void bind_prefixes(pugi::xml_node root);
  bool is_entry(pugi::xml_node node) const;
  bool is_whole(pugi::xml_node entry) const;
  pugi::xml_node child(pugi::xml_node node, const char* name) const {
    return node.child((prefix + name).c_str());
  }
  std::string text(pugi::xml_node node, const char* name) const {
    return trimmed(text_of(child(node, name)));
  }
  FeedEntry entry(pugi::xml_node node) const;
  void read_rss(pugi::xml_node item, FeedEntry& entry) const;
  void read_atom(pugi::xml_node node, FeedEntry& entry) const;
  bool read_atom_text(pugi::xml_node construct, FeedEntry& entry) const;
  std::string atom_link(pugi::xml_node node) const;
  std::string atom_authors(pugi::xml_node node) const;
};

void XmlFeed::Impl::bind_prefixes(pugi::xml_node root) {
  content = "content:encoded";
  creator = "dc:creator";
  date = "dc:date";
  modified = "dcterms:modified";
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string_view name = attribute.name();
    if (!name.starts_with("xmlns:")) continue;
    const std::string bound = std::string(name.substr(6)) + ":";
    const std::string_view to = attribute.value();
    if (to == content_namespace) content = bound + "encoded";
    if (to == dublin_core) {
      creator = bound + "creator";
      date = bound + "date";
    }
    if (to == dublin_core_terms) modified = bound + "modified";
  }
}

bool XmlFeed::Impl::open() {
  const pugi::xml_node root = document.document_element();
  const std::string_view name = root.name();
  prefix = prefix_of(name);
  if (local_part(name) == "feed") {
    is_atom = true;
    feed = root;
    at = feed.first_child();
  } else if (local_part(name) == "rss") {
    feed = child(root, "channel");
    at = feed.first_child();
  } else if (local_part(name) == "RDF") {
    // Its items stand beside the channel, in another namespace than the root.
    prefix.clear();
    feed = root.child("channel");
    at = root.first_child();
  } else {
    return false;
  }
  bind_prefixes(root);
  feed_title = text(feed, "title");
  if (is_atom) feed_authors = atom_authors(feed);
  return true;
}

bool XmlFeed::Impl::is_entry(pugi::xml_node node) const {
  const std::string_view name = node.name();
  return prefix_of(name) == prefix && local_part(name) == (is_atom ? "entry" : "item");
}

/// Where the XML broke off inside an entry, half of its text may be missing. Only the last one's may: others have ended.
bool XmlFeed::Impl::is_whole(pugi::xml_node entry) const {
  if (parsed || entry.next_sibling()) return true;
  const auto start = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, entry.offset_debug()));
  const auto end =
      std::min(xml.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset)));
  return start < end &&
         std::string_view(xml).substr(start, end - start).find("</" + std::string(entry.name())) !=
             std::string_view::npos;
}

void XmlFeed::Impl::read_rss(pugi::xml_node item, FeedEntry& entry) const {
  entry.title = text(item, "title");
  entry.url = text(item, "link");
  const pugi::xml_node guid = child(item, "guid");
  entry.id = trimmed(text_of(guid));
  if (entry.url.empty() && std::string_view(guid.attribute("isPermaLink").value()) != "false" &&
      entry.id.starts_with("http"))
    entry.url = entry.id;
  if (entry.id.empty()) entry.id = item.attribute("rdf:about").value();
  entry.author = first_of(
      {trimmed(text_of(item.child(creator.c_str()))), name_in_brackets(text(item, "author"))});
  entry.published = first_of({text(item, "pubDate"), trimmed(text_of(item.child(date.c_str())))});
  entry.modified = trimmed(text_of(item.child(modified.c_str())));
  entry.publisher = first_of({text(item, "source"), feed_title});
  entry.content = html_of(item.child(content.c_str()));
  if (trimmed(entry.content).empty()) {
    entry.content = html_of(child(item, "description"));
    entry.is_summary = true;
  }
}

/// False where the construct is none, or no text: a picture, a page elsewhere.
bool XmlFeed::Impl::read_atom_text(pugi::xml_node construct, FeedEntry& entry) const {
  const std::string_view type = construct.attribute("type").value();
  if (!construct || construct.attribute("src")) return false;
  if (type == "xhtml" || type == "application/xhtml+xml") {
    entry.content = inner_xml(construct);
    entry.markup = FeedEntry::Markup::html;
  } else if (type == "html" || type == "text/html") {
    entry.content = text_of(construct);
    entry.markup = FeedEntry::Markup::html;
  } else if (type.empty() || type == "text" || type == "text/plain") {
    entry.content = text_of(construct);
    entry.markup = FeedEntry::Markup::plain;
  } else {
    return false;
  }
  return !trimmed(entry.content).empty();
}

std::string XmlFeed::Impl::atom_link(pugi::xml_node node) const {
  const std::string name = prefix + "link";  // children() keeps the pointer.
  for (const pugi::xml_node link : node.children(name.c_str())) {
    const std::string_view relation = link.attribute("rel").value();
    if (relation.empty() || relation == "alternate") return trimmed(link.attribute("href").value());
  }
  return {};
}

std::string XmlFeed::Impl::atom_authors(pugi::xml_node node) const {
  std::string authors;
  const std::string element = prefix + "author";  // children() keeps the pointer.
  for (const pugi::xml_node author : node.children(element.c_str())) {
    const std::string name = text(author, "name");
    if (!name.empty()) authors += (authors.empty() ? "" : ", ") + name;
  }
  return authors;
}

void XmlFeed::Impl::read_atom(pugi::xml_node node, FeedEntry& entry) const {
  const pugi::xml_node from = child(node, "source");
  entry.title = text(node, "title");
  entry.url = atom_link(node);
  entry.id = text(node, "id");
  entry.author = first_of({atom_authors(node), atom_authors(from), feed_authors});
  entry.published = text(node, "published");
  entry.modified = text(node, "updated");
  entry.publisher = first_of({text(from, "title"), feed_title});
  if (read_atom_text(child(node, "content"), entry)) return;
  entry.is_summary = true;
  if (!read_atom_text(child(node, "summary"), entry)) entry.content.clear();
}

FeedEntry XmlFeed::Impl::entry(pugi::xml_node node) const {
  FeedEntry entry;
  is_atom ? read_atom(node, entry) : read_rss(node, entry);
  return entry;
}

XmlFeed::XmlFeed(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
XmlFeed::XmlFeed(XmlFeed&&) noexcept = default;
XmlFeed::~XmlFeed() = default;

Result<XmlFeed> XmlFeed::parse(std::string xml) {
  auto impl = std::make_unique<Impl>();
  impl->xml = std::move(xml);
  // White space between inline elements of XHTML parts words.
  impl->parsed =
      impl->document.load_buffer(impl->xml.data(), impl->xml.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!impl->open()) {
    return Error{ErrorCode::invalid_feed, impl->parsed ? "its root is neither rss, feed nor RDF"
                                                       : std::string(impl->parsed.description()) +
                                                             " at byte " +
                                                             std::to_string(impl->parsed.offset)};
  }
  return XmlFeed(std::move(impl));
}

std::optional<FeedEntry> XmlFeed::next() {
  while (impl_->at) {
    const pugi::xml_node node = impl_->at;
    impl_->at = node.next_sibling();
    if (impl_->is_entry(node) && impl_->is_whole(node)) return impl_->entry(node);
  }
  return {};
}

std::optional<Error> XmlFeed::fault() const {
  if (impl_->parsed) return {};
  return Error{ErrorCode::invalid_feed,
               "the XML breaks off at byte " + std::to_string(impl_->parsed.offset) + " (" +
                   impl_->parsed.description() + "); what came before was read"};
}

}  // namespace quoth::ingest
