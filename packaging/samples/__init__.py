"""The two invented shops that come with the application: their words, their shelves and what their customers do."""
