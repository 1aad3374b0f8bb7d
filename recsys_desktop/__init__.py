"""Recommendations a small shop can run itself."""

__version__ = "0.1.0"
