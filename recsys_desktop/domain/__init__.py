"""Words and shapes shared by every layer; imports nothing of the project and no third-party package but numpy."""
