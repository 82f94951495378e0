#include "ingest/input_list.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace quoth::ingest {
namespace {

namespace fs = std::filesystem;

/// A folder of empty files, gone after the test. Paths are given and told relative to it.
class InputListTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = ::testing::TempDir() + "quoth_list_XXXXXX";
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    root_ = name + "/";
  }
  void TearDown() override { fs::remove_all(root_); }

  void file(const std::string& path, const std::string& text = "") {
    fs::create_directories(fs::path(root_ + path).parent_path());
    std::ofstream(root_ + path) << text;
  }

  using Strings = std::vector<std::string>;

  Strings listed(const Strings& arguments, const Strings& lists = {}) {
    Strings full, full_lists, out;
    for (const auto& argument : arguments) full.push_back(root_ + argument);
    for (const auto& list : lists) full_lists.push_back(root_ + list);
    InputList list(full, full_lists);
    while (const auto path = list.next()) {
      std::string said =
          *path ? **path : std::string(name(path->error().code)) + " " + path->error().message;
      if (const auto at = said.find(root_); at != std::string::npos) said.erase(at, root_.size());
      out.push_back(said.substr(0, said.find("; ")));
    }
    return out;
  }

  std::string root_;
};

TEST_F(InputListTest, plain_paths_are_themselves_whether_they_exist_or_not) {
  file("a.txt");
  file("odd[1].txt");
  EXPECT_EQ(listed({"a.txt", "missing.txt", "odd[1].txt"}),
            (Strings{"a.txt", "missing.txt", "odd[1].txt"}));
  InputList input({"-"});
  EXPECT_EQ(**input.next(), "-");
  EXPECT_FALSE(input.next());
  EXPECT_FALSE(input.next());
}

TEST_F(InputListTest, folders_are_walked_in_order_without_hidden_files) {
  for (const char* path :
       {"f/b.txt", "f/a/z.txt", "f/a/y.txt", "f/.hidden/x.txt", "f/.x", "f/c.txt"})
    file(path);
  EXPECT_EQ(listed({"f"}), (Strings{"f/a/y.txt", "f/a/z.txt", "f/b.txt", "f/c.txt"}));
  EXPECT_EQ(listed({"f/"}), listed({"f"}));
}

TEST_F(InputListTest, patterns_match_names_and_any_depth) {
  for (const char* path : {"2020/1/a.warc", "2020/a.warc", "2021/b.warc", "2021/1/2/c.warc",
                           "2021/1/2/d.txt", "e.warc"})
    file(path);
  EXPECT_EQ(listed({"*.warc"}), Strings{"e.warc"});
  EXPECT_EQ(listed({"202?/*.warc"}), (Strings{"2020/a.warc", "2021/b.warc"}));
  EXPECT_EQ(listed({"**/*.warc"}),
            (Strings{"2020/1/a.warc", "2020/a.warc", "2021/1/2/c.warc", "2021/b.warc", "e.warc"}));
  EXPECT_EQ(listed({"2021/**/[cd].*"}), (Strings{"2021/1/2/c.warc", "2021/1/2/d.txt"}));
  EXPECT_EQ(listed({"*/1"}), (Strings{"2020/1/a.warc", "2021/1/2/c.warc", "2021/1/2/d.txt"}));
}

TEST_F(InputListTest, no_file_comes_twice_however_many_ways_lead_to_it) {
  file("x/x/x/x.txt");
  EXPECT_EQ(listed({"**/x/**/**/*.txt"}), Strings{"x/x/x/x.txt"});
  EXPECT_EQ(listed({"**"}), Strings{"x/x/x/x.txt"});
}

TEST_F(InputListTest, hidden_names_must_be_spelt) {
  file("f/.draft/a.txt");
  EXPECT_EQ(listed({"f/.d*/*.txt"}), Strings{"f/.draft/a.txt"});
  EXPECT_EQ(listed({"f/*/*.txt"}),
            Strings{"file_not_found f/*/*.txt: no file matches the pattern"});
}

TEST_F(InputListTest, what_matches_nothing_is_an_error_and_stops_nothing) {
  file("a.txt");
  fs::create_directories(root_ + "empty/.hidden");
  EXPECT_EQ(listed({"*.gz", "empty", "a.txt"}),
            (Strings{"file_not_found *.gz: no file matches the pattern",
                     "file_not_found empty: the folder holds no file", "a.txt"}));
  EXPECT_EQ(listed({"nowhere/*.gz"}).size(), 1U);
}

TEST_F(InputListTest, links_that_lead_back_are_not_followed) {
  file("f/g/a.txt");
  fs::create_directory_symlink(root_ + "f", root_ + "f/g/back");
  fs::create_directory_symlink("g", root_ + "f/h");
  fs::create_symlink("nothing", root_ + "f/broken");
  EXPECT_EQ(listed({"f"}), (Strings{"f/g/a.txt", "f/h/a.txt"}));
}

TEST_F(InputListTest, lists_hold_an_argument_a_line) {
  file("a.txt");
  file("f/b.txt");
  file("f/c d.txt");
  file("list",
       "# made by hand\n" + root_ + "a.txt\r\n\n   \n" + root_ + "f\n" + root_ + "f/c*.txt");
  EXPECT_EQ(listed({"a.txt"}, {"list", "no-list"}),
            (Strings{"a.txt", "a.txt", "f/b.txt", "f/c d.txt", "f/c d.txt",
                     "file_not_found no-list: No such file or directory"}));
}

TEST_F(InputListTest, the_count_is_known_of_plain_paths_alone) {
  file("f/a.txt");
  EXPECT_EQ(InputList({root_ + "f/a.txt", "-"}).known_count(), 2U);
  EXPECT_FALSE(InputList({root_ + "f"}).known_count());
  EXPECT_FALSE(InputList({root_ + "*.txt"}).known_count());
  EXPECT_FALSE(InputList({}, {"list"}).known_count());
}

}  // namespace
}  // namespace quoth::ingest
