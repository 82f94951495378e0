#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "nn/encoder.h"

namespace quoth::pipeline {

/// Lends each caller a workspace and keeps those that come back: as many as were ever needed at once. Thread-safe.
class WorkspacePool {
 public:
  /// A lent workspace; goes back at the end of its scope.
  class Loan {
   public:
    explicit Loan(WorkspacePool& pool) : pool_(pool), workspace_(pool.take()) {}
    ~Loan() { pool_.give_back(std::move(workspace_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    nn::Workspace& workspace() { return workspace_; }

   private:
    WorkspacePool& pool_;
    nn::Workspace workspace_;
  };

 private:
  nn::Workspace take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return {};
    nn::Workspace workspace = std::move(free_.back());
    free_.pop_back();
    return workspace;
  }

  void give_back(nn::Workspace workspace) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(workspace));
  }

  std::mutex mutex_;
  std::vector<nn::Workspace> free_;
};

}  // namespace quoth::pipeline
