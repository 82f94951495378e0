#include "server/service.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <future>

#include "database/made_up_articles.h"
#include "database/record_file.h"
#include "server/record_reader.h"
#include "server/record_watch.h"

namespace quoth::server {
namespace {

class ServiceTest : public database::RecordFolderTest {
 protected:
  void SetUp() override {
    RecordFolderTest::SetUp();
    add("one", "“We won the vote,” said Ana Ruiz.");
    auto opened =
        Service::open({.record = record(), .token = BearerToken("0123456789abcdef"), .engines = 0});
    ASSERT_TRUE(opened) << opened.error().message;
    service_ = *std::move(opened);
  }

  void add(const std::string& key, const std::string& text) {
    auto file = database::RecordFile::open_for_writing(record(), true);
    ASSERT_TRUE(file);
    database::Writer writer(file->connection(), {"test", "", false});
    database::Entry entry(database::article(key, text, {"Ana Ruiz"},
                                            {{"Ana Ruiz", text.substr(0, text.find(" said"))}}));
    ASSERT_TRUE(writer.add(entry));
    ASSERT_FALSE(writer.finish());
  }

  static RequestHead head(std::string method, std::string target,
                          std::vector<HeaderField> fields = {}) {
    fields.push_back({"host", "localhost"});
    return {std::move(method), std::move(target), 1, std::move(fields)};
  }

  Response ask(const RequestHead& head, const std::stop_token& stop = {},
               const std::string& body = "") {
    Admission admission = service_->admit(head);
    if (admission.response) return *admission.response;
    std::promise<Response> promise;
    service_->answer(std::move(admission), head, body, stop,
                     [&promise](Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  Response get(const std::string& target, std::vector<HeaderField> fields = {}) {
    return ask(head("GET", target, std::move(fields)));
  }

  static std::string value(const Response& response, std::string_view name) {
    for (const HeaderField& field : response.fields) {
      if (field.name == name) return field.value;
    }
    return "";
  }

  std::unique_ptr<Service> service_;
};

TEST_F(ServiceTest, answers_out_of_the_record_on_another_thread) {
  const Response response = get("/api/v1/people?q=ana");
  EXPECT_EQ(response.status, 200U);
  EXPECT_NE(response.body.find("\"Ana Ruiz\""), std::string::npos);
}

TEST_F(ServiceTest, gives_the_same_tag_until_the_record_changes) {
  const std::string tag = value(get("/api/v1/people?q=ana"), "ETag");
  ASSERT_NE(tag, "");
  EXPECT_EQ(value(get("/api/v1/people?q=ana"), "ETag"), tag);
  EXPECT_NE(value(get("/api/v1/people?q=max"), "ETag"), tag);
  EXPECT_EQ(get("/api/v1/people?q=ana", {{"if-none-match", tag}}).status, 304U);
  add("two", "“We lost the vote,” said Ana Ruiz.");
  const Response changed = get("/api/v1/people?q=ana", {{"if-none-match", tag}});
  EXPECT_EQ(changed.status, 200U);
  EXPECT_NE(value(changed, "ETag"), tag);
}

TEST_F(ServiceTest, answers_after_a_stop_with_a_problem) {
  std::stop_source stop;
  stop.request_stop();
  const Response response = ask(head("GET", "/api/v1/search?q=vote"), stop.get_token());
  EXPECT_EQ(response.status, 503U);
  EXPECT_NE(response.body.find("deadline_passed"), std::string::npos);
  EXPECT_EQ(get("/api/v1/search?q=vote").status, 200U);
}

TEST_F(ServiceTest, gives_head_the_fields_of_get) {
  const Response whole = get("/api/v1/people?q=ana");
  const Response only_head = ask(head("HEAD", "/api/v1/people?q=ana"));
  EXPECT_TRUE(only_head.is_head_only);
  EXPECT_EQ(only_head.body.size(), whole.body.size());
}

TEST_F(ServiceTest, refuses_before_it_reads_anything) {
  const std::pair<RequestHead, unsigned> cases[] = {
      {head("GET", "/../x"), 400},
      {head("GET", "/nowhere"), 404},
      {head("PUT", "/api/v1/stats"), 405},
      {head("POST", "/api/v1/documents"), 401},
      {head("POST", "/api/v1/extract"), 403},
      {head("POST", "/api/v1/stats", {{"origin", "http://evil.example"}}), 403},
      {head("GET", "/api/v1/stats?a=b"), 400},
      {{"GET", "/", 1, {{"host", "evil.example"}}}, 421},
      {{"GET", "/", 1, {}}, 400}};
  for (const auto& [request, status] : cases) {
    const Admission admission = service_->admit(request);
    ASSERT_TRUE(admission.response) << request.target;
    EXPECT_EQ(admission.response->status, status) << request.method << " " << request.target;
    EXPECT_EQ(value(*admission.response, "Content-Type"), "application/problem+json");
  }
}

TEST_F(ServiceTest, takes_decisions_where_it_has_no_engine) {
  const auto decide = [&](const std::string& what, const std::string& body) {
    return ask(
        head("POST", "/api/v1/people/1/" + what,
             {{"content-type", "application/json"}, {"authorization", "Bearer 0123456789abcdef"}}),
        {}, body);
  };
  EXPECT_EQ(decide("split", R"({"part": "one"})").body, R"({"identity":2})");
  EXPECT_EQ(decide("merge", R"({"into": "2"})").body, R"({"identity":2})");
  EXPECT_EQ(decide("merge", R"({"into": "Nobody"})").status, 404U);
}

TEST_F(ServiceTest, of_a_record_that_is_not_there_does_not_open) {
  const auto service = Service::open({.record = folder() + "/nothing.db", .engines = 0});
  ASSERT_FALSE(service);
  EXPECT_EQ(service.error().code, ErrorCode::file_not_found);
}

TEST_F(ServiceTest, holds_nothing_open_between_answers) {
  EXPECT_EQ(get("/api/v1/search?q=vote").status, 200U);
  auto file = database::RecordFile::open_for_writing(record(), false);
  ASSERT_TRUE(file);
  // A reader in the midst of something would keep the log from being emptied.
  EXPECT_EQ(file->connection().number("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  EXPECT_EQ(std::filesystem::file_size(record() + "-wal"), 0U);
}

TEST_F(ServiceTest, answers_many_threads_at_once) {
  std::vector<std::thread> threads;
  std::atomic<int> good = 0;
  for (int k = 0; k < 8; ++k) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 20; ++turn)
        good += get("/api/v1/search?q=vote").status == 200U ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, 160);
}

TEST_F(ServiceTest, reader_sees_one_state_of_the_record_while_others_write) {
  RecordReader reader(record());
  ASSERT_FALSE(reader.begin({}));
  const auto count = [&] { return reader.connection().number("SELECT count(*) FROM sighting"); };
  EXPECT_EQ(count(), 1);
  add("two", "“We lost the vote,” said Ana Ruiz.");
  EXPECT_EQ(count(), 1);
  EXPECT_FALSE(reader.end());
  ASSERT_FALSE(reader.begin({}));
  EXPECT_EQ(count(), 2);
  EXPECT_FALSE(reader.end());
}

TEST_F(ServiceTest, reader_is_opened_anew_after_an_error) {
  RecordReader reader(record());
  ASSERT_FALSE(reader.begin({}));
  reader.connection().run("SELECT * FROM nothing_of_that_name");
  EXPECT_TRUE(reader.end());
  ASSERT_FALSE(reader.begin({}));
  EXPECT_EQ(reader.connection().number("SELECT count(*) FROM sighting"), 1);
  EXPECT_FALSE(reader.end());
}

TEST_F(ServiceTest, watch_tells_every_commit) {
  RecordWatch watch(record());
  const auto before = watch.version();
  ASSERT_TRUE(before);
  EXPECT_EQ(watch.version(), before);
  add("two", "“We lost the vote,” said Ana Ruiz.");
  EXPECT_NE(watch.version(), before);
  EXPECT_FALSE(RecordWatch(folder() + "/nothing.db").version());
}

}  // namespace
}  // namespace quoth::server
