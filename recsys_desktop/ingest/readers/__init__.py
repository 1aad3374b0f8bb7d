"""One reader per kind of file, all yielding the same rows."""
