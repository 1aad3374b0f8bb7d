"""Answers and reasons: panel, popovers, questions."""
