"""Files and archives opened as streams of bytes, and the encoding of their letters."""
