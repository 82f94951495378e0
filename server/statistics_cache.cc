#include "server/statistics_cache.h"

#include "database/statistics.h"
#include "store/json_writer.h"

namespace quoth::server {
namespace {

constexpr std::chrono::seconds longest_life{5};

std::string counted(database::Connection& connection) {
  std::string text;
  store::JsonWriter json(text);
  json.open_object();
  for (const database::Statistic& statistic : database::statistics(connection)) {
    json.key(statistic.name);
    statistic.text.empty() ? json.number(static_cast<std::uint64_t>(statistic.number))
                           : json.string(statistic.text);
  }
  json.close_object();
  return text;
}

}  // namespace

std::string StatisticsCache::json(database::Connection& connection) {
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (!json_.empty() && now - counted_ < longest_life) return json_;
  std::string text = counted(connection);
  if (connection.error()) return {};
  counted_ = std::chrono::steady_clock::now();
  return json_ = std::move(text);
}

}  // namespace quoth::server
