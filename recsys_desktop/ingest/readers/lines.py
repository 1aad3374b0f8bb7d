"""A file's bytes to blocks of physical lines, in bounded memory."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from recsys_desktop.ingest.files.opening import Source

#: Bytes decoded at a time; about 3,000 order lines, so that no step keeps a window from painting.
_BLOCK = 256 * 1024
#: A single line longer than this is cut: no table has one.
LONGEST_LINE = 8 * 1024 * 1024


def line_blocks(source: Source, encoding: str) -> Iterator[list[str]]:
    """Yield lists of lines with their line ends. Bytes that cannot be decoded become lone surrogates; NULs are dropped.

    Lines end at LF, CR LF or CR. A line longer than LONGEST_LINE is cut into several.
    """
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    rest = ""
    while piece := source.stream.read(_BLOCK):
        text = rest + decoder.decode(piece)
        cut = max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1  # a final CR may be half of CR LF
        if cut == 0 and len(text) < LONGEST_LINE:
            rest = text
            continue
        cut = cut or len(text)
        rest = text[cut:]
        yield split_lines(text[:cut])
    text = rest + decoder.decode(b"", True)
    if text:
        yield split_lines(text)


def split_lines(text: str) -> list[str]:
    """Return a text's lines with their ends (LF, CR LF or CR, and nothing else that Unicode calls a line end); NULs are dropped."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return list(io.StringIO(text, newline=""))
