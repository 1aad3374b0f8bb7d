"""Rows of cells to products and behaviour, and the verdict on every row."""
