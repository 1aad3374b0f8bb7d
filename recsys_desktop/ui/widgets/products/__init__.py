"""Parts of the Products page: table, filters, map, texts, detail, form."""
