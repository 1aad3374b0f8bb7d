"""A plan resolved to column numbers, and the columns of a block of rows taken by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from recsys_desktop.domain.columns import ITEM_ID, ORDER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest import platforms
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule
from recsys_desktop.ingest.synonyms import normalised


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
        return [first_filled(cells) for cells in zip(*(columns[index] for index in indexes), strict=True)]

    def name_of(self, field: str) -> str:
        """Return the header's name of the field's first column."""
        return self.plan.header[self.indexes[field][0]]

    @cached_property
    def skip_rules(self) -> tuple[tuple[int, SkipRule], ...]:
        """The platform's skip rules whose column the file has, with its number."""
        rules = self.platform.skip if self.platform else ()
        return tuple((index, rule) for rule in rules if (index := self.index_of(rule.column)) is not None)

    @cached_property
    def kind(self) -> Kind | None:
        """The platform's kind of behaviour, None where it does not say."""
        return self.platform.kind if self.platform else None

    @cached_property
    def is_order_lines(self) -> bool:
        """Whether the rows are lines of orders, among which postage, fees and vouchers may stand."""
        return self.plan.role == "orders" or self.has(ORDER_ID)

    @cached_property
    def title_is_id(self) -> bool:
        """Whether a row without an id is told apart by its title."""
        return not self.has(ITEM_ID) or (self.platform is not None and self.platform.title_is_id)

    def index_of(self, name: str) -> int | None:
        """Return the number of the column of this name, None where there is none."""
        wanted = normalised(name)
        return next((index for index, title in enumerate(self.plan.header) if normalised(title) == wanted), None)


def first_filled(cells: Sequence[str]) -> str:
    """Return the first cell that holds more than blanks, "" where none does."""
    return next((cell for cell in cells if cell and not cell.isspace()), "")


def layout_of(plan: FilePlan) -> Layout:
    """Resolve a plan's column names; a platform's further columns stand behind the mapped one."""
    platform = platforms.by_name(plan.platform)
    numbers = {name: index for index, name in reversed(list(enumerate(plan.header)))}
    indexes: dict[str, tuple[int, ...]] = {field: (numbers[name],) for field, name in plan.mapping.columns.items()}
    by_normal_name = {normalised(name): index for name, index in numbers.items()}
    for field, names in (platform.columns if platform else {}).items():
        found = [by_normal_name[normalised(name)] for name in names if normalised(name) in by_normal_name]
        if field in indexes and indexes[field][0] in found:
            indexes[field] = tuple(found)
    return Layout(plan, indexes, platform)
