"""Products and behaviour as sentences, and the language model that encodes them."""
