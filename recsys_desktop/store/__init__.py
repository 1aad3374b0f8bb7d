"""The shop file: one SQLite database. The only package that speaks SQL."""
