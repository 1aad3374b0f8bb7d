"""Damaged lines made whole where that can be done in exactly one way.

A line is taken apart in every way its damage allows: a quotation mark too many, a delimiter too many, too few or another one, a
delimiter within a cell that should have been quoted. What fits the columns' forms, learnt from the rows in order, is a candidate; a
line with one candidate is mended, any other is reported as it stands.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from recsys_desktop.ingest.readers.column_forms import Form
from recsys_desktop.ingest.readers.tokens import Token, Tokenizer
from recsys_desktop.ingest.text_format import TextFormat

#: A longer line, or one with more cells than its table by so many, is not mended.
_LONGEST, _MOST_SURPLUS, _MOST_WAYS = 20_000, 60, 200
#: Delimiters that a row in another way of writing may have.
_OTHERS = (",", ";", "\t", "|", " ")
#: So many lines are tried in vain before the rest is left as it is, and four more for each that was mended.
_MOST_TRIED = 1_000
#: How many columns that tell their cells from others must be filled where a delimiter was put in or changed.
_WITNESSES = 2
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Row = tuple[str, ...]


class Mender:
    """Mends lines of one table. ``forms``: one of each column."""

    def __init__(self, text_format: TextFormat, forms: Sequence[Form]) -> None:
        self._format = text_format
        self._forms = forms
        self._width = len(forms)
        self._tried = self._mended = 0
        self._quote = text_format.quote
        self._splitter = self._tokenizer(text_format.delimiter)
        quote, first = re.escape(text_format.quote), re.escape(text_format.delimiter[:1])
        self._glued = re.compile(rf"(?<=[^{first}]){quote}(?=[^{first}{quote}])") if text_format.quote else None

    def mend(self, line: str) -> list[str] | None:
        """Return the cells of a damaged line, None where they are not certain."""
        line = line.rstrip("\r\n")
        if not self._forms or len(line) > _LONGEST or self._tried > _MOST_TRIED + 4 * self._mended:
            return None
        self._tried += 1
        found = set(itertools.islice(self._candidates(line), _MOST_WAYS))
        if not found:
            found = set(itertools.islice(self._otherwise(line), _MOST_WAYS))
        if len(found) != 1:
            return None
        self._mended += 1
        return list(found.pop())

    def fits(self, line: str) -> bool:
        """Return whether the line's cells, split as they stand, fit the columns."""
        tokens = self._splitter.tokens(line.rstrip("\r\n"))
        return tokens is not None and self._row(tokens) is not None

    @property
    def knows(self) -> bool:
        """Whether the columns' forms are known; without them nothing is mended."""
        return bool(self._forms)

    def begins(self, cells: Sequence[str]) -> bool:
        """Return whether cells, perhaps fewer than columns, fit the columns from the first on."""
        tokens = [Token(cell, True) for cell in cells]
        return all(form.fits(token, self._quote) for form, token in zip(self._forms, tokens, strict=False))

    def is_remark(self, cells: Sequence[str]) -> bool:
        """Return whether the first filled cell is of another form than its column, or far longer than any of it."""
        for form, cell in zip(self._forms, cells, strict=False):
            if cell.strip():
                return not form.fits(Token(cell, True), self._quote) or len(cell) > 1.5 * form.longest
        return False

    def row_fits(self, row: Sequence[str]) -> bool:
        """Return whether cells fit the columns, whatever their quotation marks were."""
        return self._row([Token(cell, True) for cell in row]) is not None

    def _tokenizer(self, delimiter: str) -> Tokenizer:
        return Tokenizer(delimiter, self._quote, self._format.escape, skip_blanks=self._format.skip_blanks)

    def _candidates(self, line: str) -> Iterator[Row]:
        """Yield the rows a line may stand for, its delimiter being the table's."""
        tokens = self._splitter.tokens(line)
        if tokens is None:
            yield from self._with_literal_quote(line)
        elif len(tokens) > self._width:
            yield from self._without_surplus(tokens, self._format.delimiter)
        elif len(tokens) < self._width:
            yield from self._with_empty_cells(tokens)
            if len(tokens) == self._width - 1:
                yield from self._cut_in_two(tokens)
        else:
            row = self._row(tokens)
            if row is not None:
                yield row
        yield from self._cut_at_quotes(line)

    def _otherwise(self, line: str) -> Iterator[Row]:
        """Yield the rows a line may stand for if it is written with another delimiter."""
        for delimiter in _OTHERS:
            if delimiter == self._format.delimiter or delimiter not in line:
                continue
            tokens = self._tokenizer(delimiter).tokens(line)
            if tokens is not None and len(tokens) >= self._width:
                yield from self._without_surplus(tokens, delimiter, _WITNESSES)

    def _row(self, tokens: Sequence[Token], witnesses: int = 0) -> Row | None:
        """Return the cells if each fits its column and so many of the filled ones stand in strict columns."""
        if len(tokens) != self._width:
            return None
        if not all(form.fits(token, self._quote) for form, token in zip(self._forms, tokens, strict=True)):
            return None
        if witnesses and sum(form.strict and bool(t.text.strip()) for form, t in zip(self._forms, tokens, strict=True)) < witnesses:
            return None
        return tuple(token.text for token in tokens)

    def _fit(self, tokens: Sequence[Token], column: int) -> bool:
        """Return whether cells fit the columns from one on."""
        return all(form.fits(token, self._quote) for form, token in zip(self._forms[column:], tokens, strict=False))

    def _with_literal_quote(self, line: str) -> Iterator[Row]:
        for opening in self._splitter.openings(line)[:_MOST_SURPLUS]:
            tokens = self._splitter.tokens(line, literal=opening)
            row = self._row(tokens) if tokens else None
            if row is not None:
                yield row

    def _cut_at_quotes(self, line: str) -> Iterator[Row]:
        """Yield the rows in which one quoted cell begins, or a bare one ends, without a delimiter."""
        if self._glued is None:
            return
        for cut in itertools.islice((match.start() for match in self._glued.finditer(line)), _MOST_SURPLUS):
            for place in (cut, cut + 1):
                tokens = self._splitter.tokens(line, cuts=(place,))
                if tokens is None or any(self._quote in token.text for token in tokens if not token.quoted):
                    continue  # the mark at which it was cut is not the one that opens the cell
                row = self._row(tokens, _WITNESSES)
                if row is not None:
                    yield row

    def _with_empty_cells(self, tokens: list[Token]) -> Iterator[Row]:
        """Yield the rows with empty cells put in where columns may be empty."""
        missing = self._width - len(tokens)
        ways = itertools.combinations(range(self._width), missing) if missing == 1 else self._sparse(missing)
        for places in ways:
            rest = iter(tokens)
            row = self._row([Token("", False) if index in places else next(rest) for index in range(self._width)], 1)
            if row is not None:
                yield row

    def _sparse(self, missing: int) -> Iterator[tuple[int, ...]]:
        """Yield places for several missing cells, all among the columns that may be empty."""
        optional = [index for index, form in enumerate(self._forms) if form.may_be_empty]
        if len(optional) == missing:
            return iter([tuple(optional)])
        return itertools.islice(itertools.combinations(optional, missing), 5 * _MOST_WAYS) if len(optional) <= 12 else iter(())

    def _cut_in_two(self, tokens: list[Token]) -> Iterator[Row]:
        """Yield the rows in which a bare cell is two, a number never cut within its digits unless its length is known."""
        for index, token in enumerate(tokens):
            if token.quoted or not 2 <= len(token.text) <= 1_000:
                continue
            if index and not self._forms[index - 1].fits(tokens[index - 1], self._quote):
                return
            left, right = self._forms[index], self._forms[index + 1]
            if not (left.strict or right.strict) or not self._fit(tokens[index + 1 :], index + 2):
                continue
            within = () if left.exact or right.exact else _within_numbers(token.text)
            for place in range(1, len(token.text)):
                if place in within:
                    continue
                two = [Token(token.text[:place], False), Token(token.text[place:], False)]
                if not self._fit(two, index):
                    continue
                row = self._row([*tokens[:index], *two, *tokens[index + 1 :]], _WITNESSES)
                if row is not None:
                    yield row

    def _without_surplus(self, tokens: list[Token], delimiter: str, witnesses: int = 1) -> Iterator[Row]:
        """Yield the rows with empty cells left out, or bare neighbours joined that a delimiter within a cell has split."""
        surplus = len(tokens) - self._width
        if surplus > _MOST_SURPLUS:
            return
        empty = [index for index, token in enumerate(tokens) if not token.quoted and not token.text.strip()]
        for dropped in itertools.islice(itertools.combinations(empty, surplus), 5 * _MOST_WAYS):
            row = self._row([token for index, token in enumerate(tokens) if index not in dropped], witnesses)
            if row is not None:
                yield row
        for joined in itertools.islice(self._joined(tokens, 0, 0, delimiter, set()), 5):
            row = self._row(joined, witnesses)
            if row is not None:
                yield row

    def _joined(
        self, tokens: list[Token], start: int, column: int, delimiter: str, dead: set[tuple[int, int]]
    ) -> Iterator[list[Token]]:
        """Yield the ways of making ``tokens[start:]`` the columns from ``column`` on by joining bare neighbours.

        ``dead`` remembers the places from which no way leads on.
        """
        if column == self._width:
            if start == len(tokens):
                yield []
            return
        if (start, column) in dead:
            return
        found = False
        for end in range(start + 1, len(tokens) - (self._width - column - 1) + 1):
            run = tokens[start:end]
            if len(run) > 1 and (run[0].quoted or run[-1].quoted):
                break
            if len(run) > 1 and not _joinable(run, delimiter):
                continue
            cell = run[0] if len(run) == 1 else Token(delimiter.join(token.text for token in run), False)
            if self._forms[column].fits(cell, self._quote):
                for rest in self._joined(tokens, end, column + 1, delimiter, dead):
                    found = True
                    yield [cell, *rest]
        if not found:
            dead.add((start, column))


def _within_numbers(text: str) -> set[int]:
    """Return the places at which a cut would go through a number."""
    return {place for number in _NUMBER.finditer(text) for place in range(number.start() + 1, number.end())}


def _joinable(run: Sequence[Token], delimiter: str) -> bool:
    """Return whether cells may be pieces of one: bare and filled; between blanks, empty ones may stand."""
    if any(token.quoted for token in run) or not (run[0].text.strip() and run[-1].text.strip()):
        return False
    return delimiter == " " or all(token.text.strip() for token in run)
