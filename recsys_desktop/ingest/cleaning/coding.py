"""Columns as numbers: each different cell of a file is cleaned and judged once, and a million rows are numpy's."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value")
Int32Array = NDArray[np.int32]

#: Above this many different cells a column starts a new numbering, so that one of unique cells cannot eat the memory.
_MOST_CELLS = 1_000_000


class CodedColumn(Generic[Value]):
    """Numbers the cells of one column of a file. ``tests`` are what may be asked of a cleaned value; ``number`` makes one of it."""

    def __init__(
        self,
        clean: Callable[[str], Value],
        tests: Mapping[str, Callable[[Value], bool]],
        number: Callable[[Value], float] | None = None,
    ) -> None:
        self._clean = clean
        self._tests = tests
        self._number = number
        self._start()

    def of(self, cells: Sequence[str]) -> Coded[Value]:
        """Return a block's cells, numbered."""
        if len(self._codes) > _MOST_CELLS:
            self._start()
        codes = np.fromiter(map(self._codes.__getitem__, cells), np.int32, len(cells))
        return Coded(codes, self._values, self._passed, self._numbers)

    def _start(self) -> None:
        self._codes = _Codes(self._add)
        self._values: list[Value] = []
        self._passed = {name: bytearray() for name in self._tests}
        self._numbers = array("d")

    def _add(self, cell: str) -> int:
        """Take in a cell not seen before and return its number."""
        value = self._clean(cell)
        self._values.append(value)
        for name, test in self._tests.items():
            self._passed[name].append(test(value))
        if self._number is not None:
            self._numbers.append(self._number(value))
        return len(self._values) - 1


class _Codes(dict[str, int]):
    """A dictionary that numbers what it is first asked for."""

    def __init__(self, add: Callable[[str], int]) -> None:
        super().__init__()
        self._add = add

    def __missing__(self, cell: str) -> int:
        code = self[cell] = self._add(cell)
        return code


@dataclass(frozen=True)
class Coded(Generic[Value]):
    """A block's cells of one column: ``values[codes[i]]`` is the cleaned value of row i. The values grow with the file."""

    codes: Int32Array
    values: list[Value]
    _passed: Mapping[str, bytearray]
    _numbers: array[float]

    def rows(self, test: str) -> list[int]:
        """Return the rows whose values pass a test."""
        passed = self._passed[test]
        if 1 not in passed:
            return []
        return list(np.flatnonzero(np.frombuffer(passed, np.bool_)[self.codes]).tolist())

    def numbers(self) -> NDArray[np.float64]:
        """Return the rows' numbers."""
        return np.frombuffer(self._numbers)[self.codes] if len(self.codes) else np.zeros(0)

    def cells(self) -> list[Value]:
        """Return the rows' cleaned values."""
        return list(map(self.values.__getitem__, self.codes.tolist()))
