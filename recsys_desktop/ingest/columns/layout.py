"""A plan resolved to column numbers, and the columns of a block of rows taken by field."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from recsys_desktop.domain.columns import ITEM_ID, ORDER_ID, STOCK
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest import platforms
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.platforms.entry import CANCELLED, Platform, SkipRule
from recsys_desktop.ingest.platforms.header import find_columns
from recsys_desktop.ingest.synonyms import FURTHER_IDS, ORDER_STATES, normalised


@dataclass(frozen=True)
class Layout:
    """Where a file's fields stand: per field the column numbers to look in, the first filled cell counts."""

    plan: FilePlan
    indexes: dict[str, tuple[int, ...]]
    platform: Platform | None

    def has(self, field: str) -> bool:
        """Return whether the file has a column for the field."""
        return field in self.indexes

    def column(self, field: str, columns: Sequence[Sequence[str]]) -> Sequence[str] | None:
        """Return the field's cells of a block whose columns are given, None where the file has no such field."""
        indexes = self.indexes.get(field)
        if indexes is None:
            return None
        if len(indexes) == 1:
            return columns[indexes[0]]
        cells = zip(*(columns[index] for index in indexes), strict=True)
        if self.platform is not None and field in self.platform.joined:
            return [" ".join(filter(None, map(str.strip, row))) for row in cells]
        return [first_filled(row) for row in cells]

    @cached_property
    def skip_rules(self) -> tuple[tuple[int, SkipRule], ...]:
        """The rules for rows to be left out whose column the file has, with its number."""
        if self.platform is not None:
            return self.present(self.platform.skip)
        if not self.is_order_lines:
            return ()
        return self.present(
            [SkipRule(name, CANCELLED, "cancelled") for name in self.plan.header if normalised(name) in ORDER_STATES]
        )

    def present(self, rules: Sequence[SkipRule]) -> tuple[tuple[int, SkipRule], ...]:
        """Return those of the rules whose column the file has, with the column's number."""
        return tuple((index, rule) for rule in rules for index in self.numbers_of((rule.column,))[:1])

    @cached_property
    def kind(self) -> Kind | None:
        """The platform's kind of behaviour, None where it does not say."""
        return self.platform.kind if self.platform else None

    @cached_property
    def is_order_lines(self) -> bool:
        """Whether the rows are lines of orders, among which postage, fees and vouchers may stand."""
        if self.platform is not None and self.platform.cleaned:
            return False
        of_orders = self.platform is not None and self.platform.role == "orders"
        return self.plan.role == "orders" or of_orders or self.has(ORDER_ID)

    @cached_property
    def title_is_id(self) -> bool:
        """Whether a row without an id is told apart by its title."""
        return not self.has(ITEM_ID) or (self.platform is not None and self.platform.title_is_id)

    @cached_property
    def says_stock(self) -> bool:
        """Whether the file tells what is in stock, so that a product without a number is there and not counted."""
        return self.has(STOCK) or bool(self.platform and self.present(self.platform.unlisted))

    @cached_property
    def names(self) -> tuple[int, ...]:
        """The columns with further ids of a product: those the platform names, else those whose names promise that."""
        return name_columns(self.platform, self.plan.header, self.plan.mapping.columns.values())

    @cached_property
    def continued(self) -> bool:
        """Whether rows that repeat the id above are variants of one product: the platform's, or told apart by a further id."""
        return self.platform.continued if self.platform is not None else self.has(ITEM_ID) and bool(self.names)

    def numbers_of(self, names: Sequence[str]) -> list[int]:
        """Return the numbers of the columns that go by these names."""
        return find_columns(self.plan.header, [name for name in names if name])


def first_filled(cells: Sequence[str]) -> str:
    """Return the first cell that holds more than blanks, "" where none does."""
    return next((cell for cell in cells if cell and not cell.isspace()), "")


def matching(rule: SkipRule, cells: Sequence[str]) -> list[int]:
    """Return the indexes of the cells that a rule's pattern matches; each different cell is looked at once."""
    matched = {cell for cell in set(cells) if rule.pattern.match(cell)}
    return [index for index, cell in enumerate(cells) if cell in matched] if matched else []


def layout_of(plan: FilePlan) -> Layout:
    """Resolve a plan's column names; a platform's further columns stand behind the mapped one."""
    platform = platforms.by_name(plan.platform)
    numbers = {name: index for index, name in reversed(list(enumerate(plan.header)))}
    indexes: dict[str, tuple[int, ...]] = {field: (numbers[name],) for field, name in plan.mapping.columns.items()}
    for field in platform.fields() if platform else ():
        found = find_columns(plan.header, platform.field_columns(field)) if platform else []
        if field in indexes and indexes[field][0] in found:
            indexes[field] = tuple(found)
    return Layout(plan, indexes, platform)


def name_columns(platform: Platform | None, header: Sequence[str], mapped: Collection[str]) -> tuple[int, ...]:
    """Return the columns with further ids of a product; in a file of no platform those whose names can mean nothing else."""
    if platform is not None:
        return tuple(find_columns(header, platform.names))
    return tuple(index for index, name in enumerate(header) if normalised(name) in FURTHER_IDS and name not in mapped)
