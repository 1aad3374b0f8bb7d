"""Which column means what, and how its values are written."""
