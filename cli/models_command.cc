#include "cli/models_command.h"

#include <fmt/core.h>

#include "cli/terminal.h"
#include "model/model.h"
#include "nn/kernels.h"

namespace quoth::cli {

int run_models() {
  for (const char* size : {"base", "fast", "research", "fast-research"}) {
    const auto path = model::locate(size);
    write_out(fmt::format("{:13} {}\n", size, path ? path->string() : path.error().message));
  }
  std::string kernels;
  for (const std::string_view name : nn::available_kernels()) kernels.append(" ").append(name);
  write_out(fmt::format("{:13}{}\n", "kernels", kernels));
  return 0;
}

}  // namespace quoth::cli
