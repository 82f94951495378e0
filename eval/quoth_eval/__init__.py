"""The project's scorer: how far a record is from gold. What each figure means: docs/evaluation.md."""
