"""Files for people and programs outside: lists as CSV, with the formula guard."""
