"""Why a row is left out: on purpose (a reason that is counted) or because a cell is wrong (a bad row)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recsys_desktop.domain.columns import KIND, PRICE, QUANTITY, STOCK, TIME, TITLE, VALUE
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.cleaning.caching import UNREADABLE
from recsys_desktop.ingest.columns.layout import Layout, first_filled
from recsys_desktop.ingest.plan import Chunk
from recsys_desktop.ingest.problems import field_label
from recsys_desktop.ingest.rows import BadRow, RowBlock

#: Reasons for which rows are left out on purpose, in words.
SKIP_REASONS: dict[str, Text] = {
    "cancelled": message("import", "cancelled or returned"),
    "non_product": message("import", "postage, fees, vouchers and the like"),
    "no_price": message("import", "without a price"),
    "no_customer": message("import", "without a customer"),
    "variant": message("import", "further variants and pictures of a product"),
    "repeated": message("import", "repeats of a row"),
    "withdrawn": message("import", "taken back by the customer"),
    "unpaid": message("import", "not paid"),
    "order_head": message("import", "lines that sum up an order"),
    "deleted": message("import", "marked as deleted"),
    "translation": message("import", "texts in a further language"),
    "header": message("import", "repeated header lines"),
    "footer": message("import", "lines below the table, such as totals"),
    "other_table": message("import", "rows of further tables in the file"),
}

_NOT_READABLE = {
    TIME: message("import", "{cell} is not a date."),
    PRICE: message("import", "{cell} is not a price."),
    QUANTITY: message("import", "{cell} is not a number."),
    STOCK: message("import", "{cell} is not a number."),
    VALUE: message("import", "{cell} is not a rating."),
    KIND: message("import", "{cell} is not a known kind of behaviour."),
    TITLE: message("import", "The product has no name."),
}
_ROUNDED = message("import", "A spreadsheet has rounded the number {cell}; its digits are lost.")
_EMPTY = message("import", "The row has no {label}.")


@dataclass(frozen=True)
class CellFault:
    """A cell that makes its row a bad one."""

    field: str
    rounded: bool = False

    def reason(self, cell: str) -> Text:
        """Return the sentence for the person."""
        shown = cell.strip()[:80]
        if self.rounded:
            return _ROUNDED.fill(cell=shown)
        template = _NOT_READABLE.get(self.field)
        if template is None or not shown:
            return _EMPTY.fill(label=field_label(self.field))
        return template.fill(cell=shown)


Verdict = str | CellFault | None


@dataclass
class Verdicts:
    """One verdict per row of a block; the first one given stands. None: the row is imported."""

    rows: list[Verdict]
    any_given: bool = field(default=False)

    @classmethod
    def none_yet(cls, count: int) -> Verdicts:
        """Return verdicts for ``count`` rows, all still to be imported."""
        return cls([None] * count)

    def give(self, indexes: Sequence[int], verdict: Verdict) -> None:
        """Give a verdict to the rows at ``indexes`` that have none yet."""
        rows = self.rows
        for index in indexes:
            if rows[index] is None:
                rows[index] = verdict
                self.any_given = True

    def unreadable(self, field: str, values: Sequence[object] | None) -> None:
        """Mark the rows whose cleaned value in a field is UNREADABLE."""
        if values is not None and UNREADABLE in values:
            self.give([index for index, value in enumerate(values) if value is UNREADABLE], CellFault(field))

    def settle(self, chunk: Chunk, block: RowBlock, layout: Layout) -> None:
        """Note a block's bad rows and what was left out in its chunk; blank rows do not count, a repeated header is no bad row."""
        if not self.any_given:
            return
        header = [name.strip() for name in layout.plan.header]
        for index, verdict in enumerate(self.rows):
            if verdict is None:
                continue
            if isinstance(verdict, str):
                chunk.skipped[verdict] += 1
                continue
            row = block.rows[index]
            if not any(cell.strip() for cell in row):
                chunk.rows -= 1
            elif [cell.strip() for cell in row] == header:
                chunk.skipped["header"] += 1
            else:
                chunk.bad.append(_bad_row(verdict, block.lines[index], row, layout))
        chunk.bad.sort(key=lambda row: row.line)


def _bad_row(fault: CellFault, line: int, row: list[str], layout: Layout) -> BadRow:
    """Return the row at fault with the column and the sentence that names its cell."""
    numbers = layout.indexes.get(fault.field, ())
    cell = first_filled([row[number] for number in numbers])
    column = layout.plan.header[numbers[0]] if numbers else ""
    return BadRow(line, column, fault.reason(cell), tuple(row))
