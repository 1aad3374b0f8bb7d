"""XML as a stream of elements: which of them are the records, and each record as named values.

Nothing outside the file is ever read, and a file that declares entities of its own is refused: a few lines of them can stand for
more text than any memory holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from recsys_desktop.ingest.readers.objects import are_lines, words

#: Records may go by these names though there is only one of them.
_KNOWN = words("item entry product offer order row record goods")
#: Elements nested deeper, and records with more text, are refused.
_DEEPEST, _LONGEST = 64, 32 * 1024 * 1024
#: Bytes that are no letters travel through the parser as private characters and come out as halves of letters.
_TO_PRIVATE = {0xDC00 + byte: 0xF700 + byte for byte in range(0x80, 0x100)}
_FROM_PRIVATE = {private: half for half, private in _TO_PRIVATE.items()}


class XmlError(Exception):
    """The text is not well-formed XML from ``line`` on; ``cut_off``: it ends where something is still open."""

    def __init__(self, line: int, *, cut_off: bool) -> None:
        super().__init__(line)
        self.line = line
        self.cut_off = cut_off


class EntitiesError(Exception):
    """The file declares entities of its own."""


def _parser() -> XMLParserType:
    """Return a parser of UTF-8, whatever the file says of itself, that reads nothing but what it is fed."""
    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    parser.UseForeignDTD(True)  # so that the entities of web pages (&nbsp;) are left to us rather than errors
    parser.ExternalEntityRefHandler = lambda *_: 1
    parser.EntityDeclHandler = _refuse
    return parser


def _refuse(*_declaration: object) -> None:
    raise EntitiesError


def _feed(parser: XMLParserType, text: str, *, final: bool) -> None:
    """Parse more text. Raises XmlError, EntitiesError."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = text.translate(_TO_PRIVATE).encode("utf-8", "replace")
    try:
        parser.Parse(data, final)
    except ExpatError as error:
        raise XmlError(error.lineno, cut_off=final) from error


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def find_records(text: str, *, complete: bool) -> tuple[str, ...] | None:
    """Return the names of the elements that lead to the records, the root's first; None where nothing is repeated.

    Raises EntitiesError.
    """
    survey = _Survey()
    parser = _parser()
    parser.StartElementHandler = survey.start
    parser.EndElementHandler = survey.end
    with suppress(XmlError):  # the text may be cut; what has been seen so far tells enough
        _feed(parser, text, final=complete)
    return survey.records()


@dataclass
class _Survey:
    """What elements there are: how often each, and which values they have."""

    path: tuple[str, ...] = ()
    nested: list[bool] = field(default_factory=list)
    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    values: defaultdict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note an element."""
        if len(self.path) >= _DEEPEST:
            raise XmlError(0, cut_off=False)
        if self.nested:
            self.nested[-1] = True
        self.path = (*self.path, name)
        self.nested.append(False)
        self.counts[self.path] += 1
        self.values[self.path].update(f"@{attribute}" for attribute in attributes)

    def end(self, name: str) -> None:
        """Note what the element was."""
        if not self.nested.pop():
            self.values[self.path[:-1]].add(name)
        self.path = self.path[:-1]

    def records(self) -> tuple[str, ...] | None:
        """Return the outermost repeated element that has most values."""
        found = [
            path
            for path, count in self.counts.items()
            if len(path) > 1 and len(self.values[path]) > 1 and (count > 1 or local(path[-1]).casefold() in _KNOWN)
        ]
        outer = [path for path in found if not any(path[: len(other)] == other for other in found if other != path)]
        return max(outer, key=lambda path: (len(self.values[path]), self.counts[path]), default=None)


class RecordParser:
    """Turns text, fed piece by piece, into records: (line, values), of the elements at ``path``."""

    def __init__(self, path: tuple[str, ...]) -> None:
        self._path = path
        self._open: list[str] = []
        self._nodes: list[dict[str, object]] = []
        self._texts: list[list[str]] = []
        self._length = self._line = 0
        self._found: list[tuple[int, dict[str, object]]] = []
        self._parser = _parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.SkippedEntityHandler = self._entity

    def feed(self, text: str, *, final: bool = False) -> list[tuple[int, dict[str, object]]]:
        """Return the records that end in a piece of text. Raises XmlError, EntitiesError."""
        _feed(self._parser, text, final=final)
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise XmlError(self._parser.CurrentLineNumber, cut_off=False)
        if self._nodes:
            self._nodes.append(dict(attributes))
            self._texts.append([])
        elif len(self._open) == len(self._path) and tuple(self._open) == self._path:
            self._line = self._parser.CurrentLineNumber
            self._length = 0
            self._nodes.append(dict(attributes))
            self._texts.append([])

    def _text(self, text: str) -> None:
        if self._texts:
            self._length += len(text)
            if self._length > _LONGEST:
                raise XmlError(self._line, cut_off=False)
            self._texts[-1].append(text)

    def _entity(self, name: str, _is_parameter: bool) -> None:  # expat's own signature
        self._text(html5.get(name + ";", ""))

    def _end(self, name: str) -> None:
        self._open.pop()
        if not self._nodes:
            return
        node = self._nodes.pop()
        text = "".join(self._texts.pop()).strip()
        text = text if text.isascii() else text.translate(_FROM_PRIVATE)
        if not self._nodes:
            self._found.append((self._line, _without_prefixes({**node, "text": text} if text and not node else node)))
        elif not (name.endswith("link") and node.get("rel", "alternate") != "alternate"):
            _put(self._nodes[-1], name, node, text)


def _put(parent: dict[str, object], name: str, node: dict[str, object], text: str) -> None:
    """Add an element to the one around it; one that is repeated becomes a list."""
    value: object = text
    if node and not text:
        value = node.get("href") or _unwrapped(name, {local(key): one for key, one in node.items()})
    elif node:  # a price with its currency beside it, say
        for key, one in node.items():
            _append(parent, f"{name}.{local(key)}", one)
    _append(parent, name, value)


def _unwrapped(name: str, node: dict[str, object]) -> object:
    """Return the list that an element is only there to hold (<images> of <image>), or else the element."""
    only = next(iter(node.values())) if len(node) == 1 else None
    if isinstance(only, list):
        return only
    return [only] if isinstance(only, dict) and are_lines(local(name)) else node


def _append(parent: dict[str, object], name: str, value: object) -> None:
    if name not in parent:
        parent[name] = value
        return
    before = parent[name]
    if isinstance(before, list):
        before.append(value)
    else:
        parent[name] = [before, value]


def _without_prefixes(record: dict[str, object]) -> dict[str, object]:
    """Return the record's values by their bare names; where both are there, g:title (a shop's) counts more than title."""
    result = {name: value for name, value in record.items() if ":" not in name}
    for name, value in record.items():
        prefix, found, rest = name.partition(":")
        if found and (prefix == "g" or rest not in result):
            result[rest] = value
    return result
