#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "archive/arc_reader.h"
#include "archive/byte_source.h"
#include "archive/warc_reader.h"

namespace quoth::archive {
namespace {

struct RealArchive {
  const char* path;     // Below data/warc of the shared folder.
  std::size_t records;  // As many as warcio gives, where nothing else is said.
  std::size_t errors;
};

// The records are those of warcio 1.8.1:
//   sum(1 for record in warcio.archiveiterator.ArchiveIterator(open(path, "rb")))
constexpr RealArchive real_archives[] = {
    // clang-format off
    {"archivesunleashed+aut/src/test/resources/arc/example.arc.gz", 300, 0},
    {"archivesunleashed+aut/src/test/resources/warc/example.warc.gz", 822, 0},
    {"commoncrawl+whirlwind-python/whirlwind.warc", 4, 0},
    {"commoncrawl+whirlwind-python/whirlwind.warc.gz", 4, 0},
    {"commoncrawl+whirlwind-python/whirlwind.warc.wat", 2, 0},
    {"commoncrawl+whirlwind-python/whirlwind.warc.wet", 2, 0},
    {"iipc+jwarc/test-resources/org/netpreserve/jwarc/cc.warc.gz", 1, 0},
    {"iipc+jwarc/test-resources/org/netpreserve/jwarc/gzip_extra_sl.warc.gz", 1, 0},
    {"oduwsdl+ipwb/samples/warcs/1memento.warc", 4, 0},
    {"oduwsdl+ipwb/samples/warcs/1memento_noContentType.warc", 2, 0},
    {"oduwsdl+ipwb/samples/warcs/2mementos.warc", 5, 0},
    {"oduwsdl+ipwb/samples/warcs/2mementos_htmlXhtml.warc", 3, 0},
    {"oduwsdl+ipwb/samples/warcs/2mementos_queryString.warc", 3, 0},
    {"oduwsdl+ipwb/samples/warcs/3mementos.warc", 6, 0},
    {"oduwsdl+ipwb/samples/warcs/4mementos.warc", 7, 0},
    {"oduwsdl+ipwb/samples/warcs/5mementos.warc", 8, 0},
    {"oduwsdl+ipwb/samples/warcs/5mementosAndFroggie.warc", 9, 0},
    {"oduwsdl+ipwb/samples/warcs/HTTP204.warc", 3, 2},
    {"oduwsdl+ipwb/samples/warcs/HTTP404.warc", 2, 0},
    {"oduwsdl+ipwb/samples/warcs/IAH-20080430204825-00000-blackbook.warc.gz", 822, 0},
    {"oduwsdl+ipwb/samples/warcs/baconIpsum.warc.gz", 6, 0},
    {"oduwsdl+ipwb/samples/warcs/baconIpsum_chunked.warc", 6, 0},
    {"oduwsdl+ipwb/samples/warcs/baconIpsum_chunkedWithMetadata.warc", 6, 0},
    {"oduwsdl+ipwb/samples/warcs/baconIpsum_chunked_httpTrailors.warc", 6, 0},
    {"oduwsdl+ipwb/samples/warcs/broken.warc", 6, 1},  // warcio gives up after 6.
    {"oduwsdl+ipwb/samples/warcs/frogTest.warc", 6, 0},
    {"oduwsdl+ipwb/samples/warcs/froggie.warc.gz", 10, 0},
    {"oduwsdl+ipwb/samples/warcs/mkelly1.warc", 7, 0},
    {"oduwsdl+ipwb/samples/warcs/mkelly2.warc", 7, 0},
    {"oduwsdl+ipwb/samples/warcs/redirect.warc", 2, 1},
    {"oduwsdl+ipwb/samples/warcs/redirectRelative.warc", 2, 0},
    {"oduwsdl+ipwb/samples/warcs/salam-home.warc", 6, 0},
    {"oduwsdl+ipwb/samples/warcs/sample-1.warc.gz", 231, 0},
    {"oduwsdl+ipwb/samples/warcs/slash.warc", 2, 0},
    {"oduwsdl+ipwb/samples/warcs/variableSizedDates.warc", 5, 0},
    {"webrecorder+pywb/sample_archive/warcs/bad.arc", 1, 2},  // warcio gives 4, of which 3 have no length that could be.
    {"webrecorder+pywb/sample_archive/warcs/dupes.warc.gz", 25, 0},
    {"webrecorder+pywb/sample_archive/warcs/example-bad.warc.gz.bad", 6, 0},  // warcio gives up after 1.
    {"webrecorder+pywb/sample_archive/warcs/example-extra.warc", 6, 0},
    {"webrecorder+pywb/sample_archive/warcs/example-url-agnostic-orig.warc.gz", 2, 0},
    {"webrecorder+pywb/sample_archive/warcs/example-url-agnostic-revisit.warc.gz", 2, 0},
    {"webrecorder+pywb/sample_archive/warcs/example-wget-1-14.warc.gz", 6, 0},
    {"webrecorder+pywb/sample_archive/warcs/example-wpull.warc.gz", 4, 0},
    {"webrecorder+pywb/sample_archive/warcs/example.arc", 2, 0},
    {"webrecorder+pywb/sample_archive/warcs/example.arc.gz", 2, 0},
    {"webrecorder+pywb/sample_archive/warcs/example.warc", 6, 1},
    {"webrecorder+pywb/sample_archive/warcs/example.warc.gz", 6, 0},
    {"webrecorder+pywb/sample_archive/warcs/example2.warc.gz", 3, 0},
    {"webrecorder+pywb/sample_archive/warcs/httpbin-resource.warc.gz", 1, 0},
    {"webrecorder+pywb/sample_archive/warcs/iana.warc.gz", 343, 0},
    {"webrecorder+pywb/sample_archive/warcs/missing-status-text.warc", 1, 0},
    {"webrecorder+pywb/sample_archive/warcs/post-test.warc.gz", 6, 0},
    {"webrecorder+warcio/test/data/bad.arc", 1, 2},  // warcio gives 4, of which 3 have no length that could be.
    {"webrecorder+warcio/test/data/example-bad-non-chunked.warc.gz", 6, 0},  // warcio gives up after 1.
    {"webrecorder+warcio/test/data/example-bad.warc.gz.bad", 6, 0},  // warcio gives up after 1.
    {"webrecorder+warcio/test/data/example-digest.warc", 4, 0},
    {"webrecorder+warcio/test/data/example-iana.org-chunked.warc", 3, 0},
    {"webrecorder+warcio/test/data/example-resource.warc.gz", 3, 0},
    {"webrecorder+warcio/test/data/example-space-in-target-uri.warc.gz", 2, 0},
    {"webrecorder+warcio/test/data/example-space-in-url.arc", 2, 1},
    {"webrecorder+warcio/test/data/example-trunc.warc", 4, 1},
    {"webrecorder+warcio/test/data/example-wget-bad-target-uri.warc.gz", 6, 0},
    {"webrecorder+warcio/test/data/example-wrong-chunks.warc.gz", 2, 0},  // warcio gives up after 1.
    {"webrecorder+warcio/test/data/example.arc", 2, 0},
    {"webrecorder+warcio/test/data/example.arc.gz", 2, 0},
    {"webrecorder+warcio/test/data/example.warc", 6, 0},
    {"webrecorder+warcio/test/data/example.warc.gz", 6, 0},
    {"webrecorder+warcio/test/data/post-test.warc.gz", 6, 0},
    // clang-format on
};

std::filesystem::path shared_folder() {
  const char* const given = std::getenv("QUOTH_SHARED");
  if (given != nullptr) return given;
  return std::filesystem::path(QUOTH_SOURCE_DIR).parent_path() / "shared";
}

TEST(RealArchives, have_as_many_records_as_warcio_finds) {
  const std::filesystem::path folder = shared_folder() / "data" / "warc";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
  for (const RealArchive& one : real_archives) {
    const std::string path = (folder / one.path).string();
    auto source = ByteSource::open_decompressed(path);
    ASSERT_TRUE(source) << path;
    std::unique_ptr<RecordReader> reader = std::make_unique<WarcReader>(*source, path);
    if (starts_arc(source->peek(16))) reader = std::make_unique<ArcReader>(*source, path);
    std::size_t records = 0, errors = 0;
    while (const auto record = reader->next()) ++(record->has_value() ? records : errors);
    EXPECT_EQ(records, one.records) << path;
    EXPECT_EQ(errors, one.errors) << path;
  }
}

}  // namespace
}  // namespace quoth::archive
