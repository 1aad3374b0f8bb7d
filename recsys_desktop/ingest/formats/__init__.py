"""How a text is written: its encoding, delimiter and quotation marks, where its header stands."""
