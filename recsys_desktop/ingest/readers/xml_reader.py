"""Reads XML feeds: RSS and Atom as shops give them to search engines, and any file whose elements repeat."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.files.encoding import guess_encoding
from recsys_desktop.ingest.files.opening import HEAD_BYTES, Sample, Source, open_source
from recsys_desktop.ingest.problems import damaged_file, not_a_table
from recsys_desktop.ingest.readers import objects
from recsys_desktop.ingest.readers.objects import Record
from recsys_desktop.ingest.readers.xml_records import EntitiesError, RecordParser, XmlError, find_records
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat

_BLOCK = 128 * 1024
_START = re.compile(r"\ufeff?\s*<(\?xml\b|!DOCTYPE\b|!--|[A-Za-z_])", re.IGNORECASE)
_WEB_PAGE = re.compile(
    r"\s*(<\?xml[^>]*\?>)?\s*(<!--.*?-->\s*)*(<!doctype\s+html|<(html|head|body|meta|style|table)\b)", re.IGNORECASE | re.DOTALL
)
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")

#: Encodings that are named where a larger one with the same characters at the same places is meant.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949"}
_ENTITIES = message("import", "it declares entities of its own, which may stand for endless text")


def is_xml(text: str) -> bool:
    """Return whether a text begins as XML does."""
    return _START.match(text) is not None


def is_web_page(text: str) -> bool:
    """Return whether a text that begins as XML does is a web page."""
    return _WEB_PAGE.match(text.lstrip("\ufeff")) is not None


def encoding_of(path: Path, piece: Sample) -> str:
    """Return the encoding an XML file says it has, if that can be; else what its bytes look like."""
    return named_encoding(path, piece, _DECLARED.match(piece.head))


def named_encoding(path: Path, piece: Sample, declared: re.Match[bytes] | None) -> str:
    """Return the encoding that a declaration names, if the file can be in it; else what its bytes look like."""
    if declared is not None:
        name = declared[1].decode("ascii", "replace")
        name = _WIDER.get(name.lower(), name)
        try:
            codecs.getincrementaldecoder(name)().decode(piece.head)
        except (LookupError, UnicodeDecodeError):
            pass
        else:
            return codecs.lookup(name).name
    return guess_encoding(path, piece).encoding


def records_path(path: Path, text: str, *, complete: bool) -> tuple[str, ...] | None:
    """Return the names of the elements that lead to the records, None where there are none. Raises RecsysError unreadable_file."""
    try:
        return find_records(text.lstrip("\ufeff \t\r\n"), complete=complete)
    except EntitiesError as error:
        raise damaged_file(path, _ENTITIES) from error


def sample(path: Path, text_format: TextFormat) -> tuple[list[str], list[list[str]]]:
    """Return the header and sample rows. Raises RecsysError as opening and reading do."""
    with open_source(path) as source:
        return objects.sample(_records(path, source, text_format.encoding))


def read_blocks(path: Path, text_format: TextFormat, header: Sequence[str]) -> Iterator[RowBlock]:
    """Yield all records as rows of the header's columns. Raises RecsysError where the text is not well-formed."""
    with open_source(path) as source:
        yield from objects.blocks(_records(path, source, text_format.encoding), header, source.size)


def _records(path: Path, source: Source, encoding: str) -> Iterator[Record]:
    with open_source(path) as first:
        head = first.stream.read(HEAD_BYTES)
    names = records_path(path, head.decode(encoding, "ignore"), complete=False)
    if names is None:
        raise not_a_table(path, message("import", "XML data without repeated records"))
    parser = RecordParser(names)
    decoder = codecs.getincrementaldecoder(encoding)("replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape")
    try:
        started = False
        while data := source.stream.read(_BLOCK):
            text = decoder.decode(data)
            if not started:  # blanks before the first element are no XML, but common
                text = text.lstrip("\ufeff \t\r\n")
                started = bool(text)
            for line, values in parser.feed(text):
                yield Record(line, values, source.position())
        for line, values in parser.feed(decoder.decode(b"", True), final=True):
            yield Record(line, values, source.size)
    except EntitiesError as error:
        raise damaged_file(path, _ENTITIES) from error
    except XmlError as error:
        reason = message("import", "line {line} is no XML")
        if error.cut_off:
            reason = message("import", "its XML ends in line {line} in the middle of a record")
        raise damaged_file(path, reason.fill(line=error.line)) from error
