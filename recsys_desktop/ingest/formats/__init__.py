"""How a file is written: table, workbook, JSON or XML; delimiter and quotation marks of a text."""
