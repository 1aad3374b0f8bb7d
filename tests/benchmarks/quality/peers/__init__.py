"""The recommenders that ours is measured against, each in a file of its own."""
