"""JSON read value by value from a stream, so that a file of any size takes no more memory than its largest record."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

#: Bytes decoded at a time.
_BLOCK = 256 * 1024
#: A single record longer than this (in characters) is refused.
LONGEST_VALUE = 32 * 1024 * 1024
#: Where the text at hand ends within a word (-Infinity is the longest), the decoder objects to the word's beginning.
_LONGEST_WORD = 10
_BLANKS = re.compile(r"[ \t\r\n\ufeff]*")


class JsonError(Exception):
    """The text is no JSON from ``line`` (from 1) on; ``cut_off``: it ends where something is still open."""

    def __init__(self, line: int, *, cut_off: bool) -> None:
        super().__init__(line)
        self.line = line
        self.cut_off = cut_off


def _plain(text: str) -> str:
    return text


#: Numbers stay as they are written: an id keeps its zeros, a price its cents.
DECODER = json.JSONDecoder(parse_int=_plain, parse_float=_plain, parse_constant=lambda _: "")


class JsonText:
    """A JSON text that is read from its beginning to its end. Methods raise :class:`JsonError`."""

    def __init__(self, stream: BinaryIO | None, encoding: str, text: str = "") -> None:
        self._stream = stream
        errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
        self._decoder = codecs.getincrementaldecoder(encoding)(errors)
        self._text = text
        self._position = self._counted = 0
        self._line = 1

    @property
    def line(self) -> int:
        """The line (from 1) on which the next value begins, once :meth:`peek` has been called."""
        self._line += self._text.count("\n", self._counted, self._position)
        self._counted = self._position
        return self._line

    def place(self) -> int:
        """Return the present place, for :meth:`go_back` in a text that is all at hand."""
        return self._position

    def go_back(self, place: int) -> None:
        """Go back to a place."""
        self._position = place

    def peek(self) -> str:
        """Return the next character that is no blank, "" at the end."""
        while True:
            match = _BLANKS.match(self._text, self._position)
            assert match is not None, "the pattern fits everywhere"
            self._position = match.end()
            if self._position < len(self._text):
                return self._text[self._position]
            if not self._fill():
                return ""

    def take(self, wanted: str) -> bool:
        """Pass over the next character if it is the wanted one; return whether it was."""
        if self.peek() != wanted:
            return False
        self._position += 1
        return True

    def expect(self, wanted: str) -> None:
        """Pass over the next character, which must be the wanted one."""
        if not self.take(wanted):
            raise self.error()

    def error(self) -> JsonError:
        """Return the error for what stands at the present place."""
        return JsonError(self.line, cut_off=self.peek() == "")

    def value(self, longest: int = LONGEST_VALUE) -> object:
        """Return the next value: text, bool, None, or lists and dicts of them; ``longest`` in characters."""
        self.peek()
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._position)
            except json.JSONDecodeError as error:
                line = self.line + self._text.count("\n", self._position, error.pos)
                unclosed = error.msg.startswith("Unterminated string")
                if not (unclosed or error.pos >= len(error.doc) - _LONGEST_WORD) or not self._fill():
                    cut_off = unclosed or error.pos >= len(error.doc.rstrip())
                    raise JsonError(line, cut_off=cut_off and self._stream is None) from error
            except RecursionError as error:
                raise JsonError(self.line, cut_off=False) from error
            else:
                # A number that ends with the text at hand may go on behind it.
                if end < len(self._text) or not self._fill():
                    self._position = end
                    return value
            if len(self._text) - self._position > longest:
                raise JsonError(self.line, cut_off=False)

    def names(self) -> Iterator[str]:
        """Yield the keys of the object that begins here; whoever asks for the next one has read the value before."""
        self.expect("{")
        if self.take("}"):
            return
        while True:
            if self.peek() != '"':
                raise self.error()
            key = self.value()
            self.expect(":")
            yield str(key)
            if self.take("}"):
                return
            self.expect(",")

    def elements(self) -> Iterator[None]:
        """Yield before each element of the array that begins here; whoever asks for the next one has read the one before."""
        self.expect("[")
        if self.take("]"):
            return
        while True:
            yield
            if self.take("]"):
                return
            self.expect(",")

    def _fill(self) -> bool:
        """Bring in more text and drop what has been read; return whether there was more.

        It is at least as much as is at hand, so that a value of many blocks is not tried once per block.
        """
        if self._stream is None:
            return False
        data = self._stream.read(max(_BLOCK, len(self._text) - self._position))
        if not data:
            self._stream = None
        more = self._decoder.decode(data, not data)
        self._line = self.line
        self._text = self._text[self._position :] + more
        self._position = self._counted = 0
        return bool(more) or self._stream is not None
