"""Table and list models, tested without a window."""
