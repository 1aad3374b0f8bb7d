"""Files of a shop in, items and interactions out: sniffing, reading, mapping, cleaning. Knows neither the store nor Qt."""
