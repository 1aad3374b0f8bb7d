"""Files for people and programs outside: tables as CSV, workbooks and JSON Lines, with the formula guard."""
