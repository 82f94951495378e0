#include "server/service.h"

#include <fmt/core.h>

#include <deque>
#include <exception>
#include <limits>
#include <mutex>
#include <random>
#include <utility>

#include "server/accept_encoding.h"
#include "server/api_description.h"
#include "server/engine.h"
#include "server/etag.h"
#include "server/gzip.h"
#include "server/host_names.h"
#include "server/origin.h"
#include "server/page.h"
#include "server/problem.h"
#include "server/record_reader.h"
#include "server/record_watch.h"
#include "server/worker_pool.h"

namespace quoth::server {
namespace {

// What is smaller gains nothing.
constexpr std::size_t fewest_bytes_to_pack = 860;
// Connections are few, and each has one request at work.
constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

std::string random_word() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}", random(), random());
}

bool is_json(const std::string* content_type) {
  if (content_type == nullptr) return false;
  const std::string_view type = std::string_view(*content_type).substr(0, content_type->find(';'));
  return type == "application/json";
}

Response method_problem(const std::string& allowed) {
  Response response =
      problem(405, "method_not_allowed", "Method not allowed", "this address answers " + allowed);
  response.set("Allow", allowed);
  return response;
}

Response no_content(const std::string& allowed) {
  Response response;
  response.status = 204;
  response.set("Allow", allowed);
  return response;
}

bool has(const Response& response, std::string_view name) {
  for (const HeaderField& field : response.fields) {
    if (field.name == name) return true;
  }
  return false;
}

void pack(Response& response, const RequestHead& head) {
  if (response.body.size() < fewest_bytes_to_pack || has(response, "Content-Encoding")) return;
  if (!has(response, "Vary")) response.set("Vary", "Accept-Encoding");
  const std::string* coding = head.find("accept-encoding");
  if (coding == nullptr || !accepts_gzip(*coding)) return;
  if (auto packed = gzipped(response.body)) {
    response.body = *std::move(packed);
    response.set("Content-Encoding", "gzip");
  }
}

/// What every answer has.
Response finished(Response response, const RequestHead& head) {
  pack(response, head);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  if (!has(response, "Content-Security-Policy"))
    response.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (!has(response, "Cache-Control")) response.set("Cache-Control", "no-store");
  if (head.method == "HEAD") response.is_head_only = true;
  return response;
}

}  // namespace

struct Service::Impl {
  explicit Impl(ServiceOptions given)
      : options(std::move(given)),
        hosts(options.bound, options.host_names),
        page(embedded_page()),
        watch(options.record) {
    for (std::size_t k = 0; k < options.readers; ++k) readers.emplace_back(options.record);
  }

  std::optional<Response> refusal(const RequestHead& head, const std::string& authority) const;
  std::optional<Response> refusal(const RequestHead& head, const Route& route,
                                  const QueryString& query) const;
  Response read(const Admission& admission, const std::string& body, const RequestHead& head,
                const std::stop_token& stop, std::size_t worker);
  Response extract_or_write(const Admission& admission, const std::string& body,
                            const std::stop_token& stop);
  Response checked(Response response, const std::stop_token& stop) const;
  WorkerPool& pool_of(Lane lane) noexcept;

  ServiceOptions options;
  HostNames hosts;
  Page page;
  std::string process = random_word();  // The record's version means nothing to the next process.
  RecordWatch watch;
  StatisticsCache statistics;
  std::mutex writing;
  std::optional<Engine> engine;
  std::deque<RecordReader> readers;  // They stay where they are.
  // Last: their threads use all that is above.
  std::optional<WorkerPool> record_pool, engine_pool, writing_pool;
};

Service::Service(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::open(ServiceOptions options) {
  options.readers = std::max<std::size_t>(1, options.readers);
  auto impl = std::make_unique<Impl>(std::move(options));
  if (const auto error = impl->readers.front().begin({})) return *error;
  if (const auto error = impl->readers.front().end()) return *error;
  if (impl->options.engines > 0) {
    auto engine = Engine::load(impl->options.model);
    if (!engine) return engine.error();
    impl->engine.emplace(*std::move(engine));
  }
  impl->record_pool.emplace(impl->options.readers, any_number);
  // Nobody waits for an engine: who comes when all are at work is told to come again.
  impl->engine_pool.emplace(impl->options.engines, impl->options.engines);
  impl->writing_pool.emplace(1, any_number);
  return std::unique_ptr<Service>(new Service(std::move(impl)));
}

/// Whether it was meant for this server, and comes from where it may.
std::optional<Response> Service::Impl::refusal(const RequestHead& head,
                                               const std::string& authority) const {
  if (!hosts.allow(authority)) {
    return problem(421, "unknown_host", "Unknown host",
                   "the server does not go by the name in Host; --allow-host NAME makes it");
  }
  const bool only_reads = head.method == "GET" || head.method == "HEAD" || head.method == "OPTIONS";
  if (!only_reads && !is_of_own_origin(head, authority)) {
    return problem(403, "cross_origin", "Cross-origin request",
                   "pages of other origins may not send anything here");
  }
  return {};
}

/// What a route asks for besides.
std::optional<Response> Service::Impl::refusal(const RequestHead& head, const Route& route,
                                               const QueryString& query) const {
  if (route.needs_token) {
    const std::string* word = head.find("authorization");
    if (!options.token) {
      return problem(403, "read_only", "Read-only",
                     "the server was started without --token-file, so nobody may write");
    }
    if (word == nullptr || !options.token->is_in(*word)) {
      Response response = problem(401, "token_needed", "Token needed",
                                  "send Authorization: Bearer and the server's token");
      response.set("WWW-Authenticate", "Bearer");
      return response;
    }
  }
  for (const auto& [name, value] : query.all()) {
    if (!knows_parameter(route, name)) {
      return invalid_parameter(route.parameters.empty()
                                   ? std::string("this address takes no parameters")
                                   : std::string("this address takes ").append(route.parameters));
    }
  }
  if (!offset_unit_of(query)) return invalid_parameter("offsets is codepoint, utf16 or byte");
  if (route.lane == Lane::engine && options.engines == 0) {
    return problem(403, "extraction_off", "No extraction here",
                   "the server was started with --engines 0");
  }
  if (route.method != "POST") return {};
  const std::string* coding = head.find("content-encoding");
  if (!is_json(head.find("content-type")) || (coding != nullptr && *coding != "identity")) {
    return problem(415, "not_json", "Not JSON",
                   "send Content-Type: application/json, not compressed");
  }
  return {};
}

Admission Service::admit(const RequestHead& head) const {
  Admission admission;
  const auto refuse = [&](Response response) {
    admission.response = finished(std::move(response), head);
    return std::move(admission);
  };
  auto target = Target::parse(head.target);
  if (!target) {
    return refuse(
        problem(400, "bad_target", "Bad address", "the request's address cannot be read"));
  }
  admission.target = *std::move(target);
  const std::string* host = head.find("host");
  if (host == nullptr || head.count("host") > 1)
    return refuse(problem(400, "bad_host", "No host", "send one Host field"));
  if (auto refusal = impl_->refusal(head, *host)) return refuse(*std::move(refusal));
  if (admission.target.authority && *admission.target.authority != *host) {
    return refuse(
        problem(400, "bad_host", "Two hosts", "the address and Host name different hosts"));
  }
  if (admission.target.is_asterisk) {
    return refuse(head.method == "OPTIONS"
                      ? no_content("GET, HEAD, POST, OPTIONS")
                      : problem(400, "bad_target", "Bad address", "only OPTIONS asks for *"));
  }
  const std::vector<std::string>& segments = admission.target.segments;
  const bool only_reads = head.method == "GET" || head.method == "HEAD";
  const bool is_description = segments == std::vector<std::string>{"api", "v1", "openapi.yaml"};
  if (is_description || impl_->page.has(segments)) {
    admission.name = is_description ? "/api/v1/openapi.yaml" : "page";
    if (head.method == "OPTIONS") return refuse(no_content("GET, HEAD, OPTIONS"));
    if (!only_reads) return refuse(method_problem("GET, HEAD, OPTIONS"));
    return refuse(is_description ? api_description(head) : impl_->page.answer(segments, head));
  }
  const Match found = match(head.method, segments);
  if (found.allowed.empty()) {
    const bool is_start = segments.empty();
    return refuse(not_found(is_start ? "the program was built without its page; /api/v1 is here"
                                     : "there is nothing at this address"));
  }
  if (found.route != nullptr) admission.name = found.route->path;
  if (head.method == "OPTIONS") return refuse(no_content(found.allowed));
  if (found.route == nullptr) return refuse(method_problem(found.allowed));
  if (auto refusal = impl_->refusal(head, *found.route, admission.target.query))
    return refuse(*std::move(refusal));
  admission.route = found.route;
  admission.number = found.number;
  admission.offsets = *offset_unit_of(admission.target.query);
  admission.most_body_bytes = found.route->most_body_bytes;
  return admission;
}

/// After the deadline whatever came out is half an answer.
Response Service::Impl::checked(Response response, const std::stop_token& stop) const {
  if (stop.stop_requested())
    return busy("deadline_passed", "the answer took too long: ask for less, or later");
  if (response.status == 500) options.complain("an answer failed; see quoth verify --db");
  return response;
}

Response Service::Impl::read(const Admission& admission, const std::string& body,
                             const RequestHead& head, const std::stop_token& stop,
                             std::size_t worker) {
  if (stop.stop_requested()) return checked({}, stop);
  // The version is asked for before the record is read: an answer may be newer than its tag, never older.
  std::string etag;
  if (!admission.route->is_private) {
    if (const auto version = watch.version())
      etag = etag_of(process + " " + *version + " " + head.target);
  }
  const std::string* known = head.find("if-none-match");
  Response response;
  if (!etag.empty() && known != nullptr && matches(*known, etag)) {
    response.status = 304;
  } else {
    RecordReader& reader = readers[worker];
    if (const auto error = reader.begin(stop)) {
      options.complain(error->message);
      return checked(problem_of(*error, options.record), stop);
    }
    response = admission.route->answer({.query = admission.target.query,
                                        .number = admission.number,
                                        .offsets = admission.offsets,
                                        .body = body,
                                        .record = options.record,
                                        .stop = stop,
                                        .reader = &reader,
                                        .statistics = &statistics});
    if (const auto error = reader.end()) {
      if (!stop.stop_requested()) options.complain(error->message);
      return checked(problem_of(*error, options.record), stop);
    }
  }
  if (!etag.empty() && response.status < 400) {
    response.set("ETag", etag);
    response.set("Cache-Control", "no-cache");
  }
  return checked(std::move(response), stop);
}

Response Service::Impl::extract_or_write(const Admission& admission, const std::string& body,
                                         const std::stop_token& stop) {
  Response response = admission.route->answer({.query = admission.target.query,
                                               .number = admission.number,
                                               .offsets = admission.offsets,
                                               .body = body,
                                               .record = options.record,
                                               .stop = stop,
                                               .engine = engine ? &*engine : nullptr,
                                               .writing = &writing});
  // What is written is written, however late.
  return checked(std::move(response), admission.route->needs_token ? std::stop_token() : stop);
}

WorkerPool& Service::Impl::pool_of(Lane lane) noexcept {
  switch (lane) {
    case Lane::engine:
      return *engine_pool;
    case Lane::writing:
      return *writing_pool;
    case Lane::record:
      break;
  }
  return *record_pool;
}

void Service::answer(Admission admission, RequestHead head, std::string body, std::stop_token stop,
                     Done done) {
  struct Work {
    Admission admission;
    RequestHead head;
    std::string body;
    std::stop_token stop;
    Done done;
  };
  auto work = std::make_shared<Work>(Work{std::move(admission), std::move(head), std::move(body),
                                          std::move(stop), std::move(done)});
  const bool is_read = work->admission.route->lane == Lane::record;
  WorkerPool& pool = impl_->pool_of(work->admission.route->lane);
  const bool is_taken = pool.submit([impl = impl_.get(), work, is_read](std::size_t worker) {
    Response response;
    try {
      response = is_read ? impl->read(work->admission, work->body, work->head, work->stop, worker)
                         : impl->extract_or_write(work->admission, work->body, work->stop);
    } catch (const std::exception& error) {
      impl->options.complain(error.what());
      response = problem_of({ErrorCode::record_corrupt, ""}, "");
    }
    return [work, sent = finished(std::move(response), work->head)]() mutable {
      work->done(std::move(sent));
    };
  });
  if (is_taken) return;
  work->done(finished(busy("engines_busy", "all engines are at work: come again in a second"),
                      work->head));
}

Response Service::ready(Response response, const RequestHead& head) const {
  return finished(std::move(response), head);
}

}  // namespace quoth::server
