"""The whole job done in the real window without a person, with pictures of every page and the numbers that came of it."""
