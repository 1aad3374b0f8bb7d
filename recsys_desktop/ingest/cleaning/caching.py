"""A bounded memory of cleaned cells: columns of a shop's files repeat the same few thousand texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Final, Literal, TypeVar

Value = TypeVar("Value")


class Unreadable(Enum):
    """The one value that stands for "this cell is not what its column holds"."""

    VALUE = "unreadable"


UNREADABLE: Final = Unreadable.VALUE
UnreadableValue = Literal[Unreadable.VALUE]

#: Above this many different texts a cache starts again, so that a column of unique values cannot eat the memory.
_MOST_TEXTS = 100_000


class CellCache(dict[str, Value]):
    """``cache[text]`` is the cleaned value; hits cost one dictionary look-up in C."""

    def __init__(self, clean: Callable[[str], Value]) -> None:
        super().__init__()
        self._clean = clean

    def __missing__(self, text: str) -> Value:
        if len(self) >= _MOST_TEXTS:
            self.clear()
        value = self[text] = self._clean(text)
        return value

    def column(self, texts: Iterable[str]) -> list[Value]:
        """Return the cleaned values of a whole column."""
        return list(map(self.__getitem__, texts))
