"""On which rows a table's header stands: below a preamble, over several rows, or nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from recsys_desktop.ingest.readers.column_forms import exact_shape, rough_shape
from recsys_desktop.ingest.synonyms import is_known

#: How many rows may stand before the header, how many it may have, and how many below tell what the columns hold.
MOST_PREAMBLE, MOST_HEIGHT, _MOST_ROWS = 30, 3, 60
_FEWEST_ROWS = 3
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")


class Place(NamedTuple):
    """The index of the header's first row among the filled rows and how many rows it has; 0: there is none."""

    first: int
    height: int


def header_place(rows: Sequence[Sequence[str]], *, first: bool = False) -> Place:
    """Return the header's place in a table's filled rows; ``first``: a person said that it begins with the first of them."""
    index = 0 if first else header_index(rows)
    width = _width(rows)
    body = [row for row in rows[index + 1 :] if len(row) == width]
    beyond = MOST_HEIGHT - 1 if len(body) >= MOST_HEIGHT - 1 + _FEWEST_ROWS else 0  # the first ones may be names too
    forms = _forms(body[beyond:_MOST_ROWS], width)
    if not first and _is_data(rows[index], forms):
        return Place(index, 0)
    height = 1
    while height < MOST_HEIGHT and index + height < len(rows):
        row, below = rows[index + height], rows[index + height + 1 : index + height + 2]
        if not _is_names(row, width, forms, rows[index]) and not _differs(row, below, width):
            break
        height += 1
    return Place(index, height)


def header_index(rows: Sequence[Sequence[str]]) -> int:
    """Return the index of the header: the first row with known names, else the first as wide as the table is.

    Known are at least two, and half as many as any row has: a remark above may hold a word or two, a table below is another.
    """
    width = _width(rows)
    if not width:
        return 0
    early = rows[:MOST_PREAMBLE]
    known = [sum(is_known(cell) for cell in row) if 2 * len(row) > width else 0 for row in early]
    if max(known) >= 2:
        return next(index for index, count in enumerate(known) if count >= max(2, max(known) / 2))
    for index, row in enumerate(early):
        if len(row) == width and all(cell.strip() for cell in row[: max(2, width // 2)]):
            return index
    return 0


def joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of a header of several rows: those of the first row that names every column, else the parts in order.

    >>> joined([["id", "title"], ["编号", "标题", ""]]), joined([["Product", "", "Price"], ["id", "title", ""]])
    (['id', 'title'], ['Product id', 'Product title', 'Price'])
    """
    names = [[cell.replace("\ufeff", "").strip() for cell in row] for row in rows]
    if len(names) < 2:
        return names[0] if names else []
    width = max(map(len, names))
    wide = [row + [""] * (width - len(row)) for row in names]
    named = sum(any(cells) for cells in zip(*wide, strict=True))
    for row in names:
        if sum(map(bool, row)) == named and len(set(row)) == len(row):
            return row
    for row in wide[:-1]:  # a group's name stands over its first column only
        for column in range(1, width):
            if not row[column] and wide[-1][column]:
                row[column] = row[column - 1]
    return [" ".join(dict.fromkeys(filter(None, cells))) for cells in zip(*wide, strict=True)]


def _width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.items(), key=lambda pair: (pair[1], pair[0]))[0] if widths else 0


def _forms(rows: Sequence[Sequence[str]], width: int) -> list[frozenset[str]]:
    """Return the shapes of each column that holds numbers, dates or codes, nothing for columns of text."""
    if len(rows) < _FEWEST_ROWS:
        return [frozenset()] * width
    forms = []
    for column in zip(*rows, strict=True):
        filled = [cell.strip() for cell in column if cell.strip()]
        shapes = Counter(rough_shape(exact_shape(cell)) for cell in filled)
        digits = sum(_DIGIT.search(cell) is not None for cell in filled)
        common = frozenset(shape for shape, count in shapes.items() if count > 1 or len(filled) < 10)
        strict = filled and digits >= 0.9 * len(filled) and len(shapes) <= max(2, min(6, len(filled) // 3))
        forms.append(common if strict else frozenset())
    return forms


def _is_data(row: Sequence[str], forms: Sequence[frozenset[str]]) -> bool:
    """Return whether a row that should be the header holds data: its cells have the forms of those below."""
    if len(row) != len(forms) or sum(map(is_known, row)) >= 2:
        return False
    if not any(map(_LETTER.search, row)):  # numbers alone name nothing
        return sum(_DIGIT.search(cell) is not None for cell in row) > 1
    told = [rough_shape(exact_shape(cell.strip())) in form for cell, form in zip(row, forms, strict=True) if form and cell.strip()]
    return bool(told) and all(told)


def _is_names(row: Sequence[str], width: int, forms: Sequence[frozenset[str]], header: Sequence[str]) -> bool:
    """Return whether a row below the header's first belongs to it: words where the column holds numbers."""
    filled = [cell.strip() for cell in row if cell.strip()]
    if len(filled) < 2 or not all(_LETTER.search(cell) for cell in filled) or len(set(filled)) < len(filled):
        return False
    if list(row) == list(header) or len(row) < min(width, len(header)):
        return False
    if sum(map(is_known, filled)) * 2 > len(filled) > 1 and sum(map(is_known, filled)) >= 2:
        return True
    strict = [(cell.strip(), form) for cell, form in zip(row, forms, strict=False) if form and cell.strip()]
    if not strict or any(_DIGIT.search(cell) for cell, _ in strict):
        return False
    return all(rough_shape(exact_shape(cell)) not in form for cell, form in strict)


def _differs(row: Sequence[str], below: Sequence[Sequence[str]], width: int) -> bool:
    """Return whether a row of different words in every column stands above one of numbers and gaps."""
    filled = [cell.strip() for cell in row if cell.strip()]
    if not below or len(filled) < max(4, width) or len(set(filled)) < len(filled):
        return False
    if 10 * sum(_DIGIT.search(cell) is not None for cell in filled) > len(filled):
        return False
    return all(map(_LETTER.search, filled)) and 4 * sum(_DIGIT.search(cell) is not None for cell in below[0]) >= width
