"""Operators that turn behaviour into pairs of query and key vectors, one per file."""
