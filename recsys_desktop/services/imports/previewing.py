"""A look into a file before it is imported: what it seems to be, its first rows, and what keeps it from being imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from recsys_desktop.domain.columns import TIME
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.cleaning.dates import DateReader
from recsys_desktop.ingest.columns.mapping import guess
from recsys_desktop.ingest.formats.sniffing import best_guess
from recsys_desktop.ingest.pipeline import inspect, read, unique_names
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.readers import tables
from recsys_desktop.ingest.rows import BadRow
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes
from recsys_desktop.services.imports.remembered import remembered
from recsys_desktop.services.shop import Shop

#: Rows shown of a file whose columns do not suffice.
_PREVIEW = 5
#: Of these a person can see in the rows whether the guess is right.
_GUESSED = ("unsure_format", "unknown_encoding")
#: What a table may lack and still be shown, so that a person can say what is missing.
_SHOWN_ALL_THE_SAME = ("missing_column", *_GUESSED)


@dataclass(frozen=True)
class TwoReadings:
    """A date of the file and what it means, in seconds UTC, where the day stands first and where the month does."""

    cell: str
    day_first: int
    month_first: int


@dataclass(frozen=True)
class FileLook:
    """What is known about one file. ``plan`` is None where it cannot be imported as it stands; ``error`` then says why.

    ``columns`` holds, per field, the column it is read from; ``preview`` the first rows, as wide as ``header``; ``format`` how the
    file is written, as far as can be told. All are empty where the file is no table at all. ``wishes`` are those it was looked into
    with, ``remembered`` where they were given at an earlier import of such a file. ``bad_rows`` are those among its first some
    thousand rows; ``dates`` one of its dates where it is open which number is the month, ``order_matters`` whether its dates are
    written with day and month as two numbers at all.
    """

    path: Path
    plan: FilePlan | None
    error: RecsysError | None
    header: tuple[str, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
    columns: dict[str, str] | None = None
    format: TextFormat | None = None
    wishes: Wishes = NO_WISHES
    remembered: bool = False
    bad_rows: tuple[BadRow, ...] = ()
    dates: TwoReadings | None = None
    order_matters: bool = False

    @property
    def ready(self) -> bool:
        """Whether the file can be imported as it stands: nothing is missing and no question is open."""
        return self.plan is not None and not self.plan.questions

    @property
    def unsure(self) -> bool:
        """Whether the rows shown are a guess that a person has to confirm."""
        return self.format is not None and self.error is not None and self.error.code in _GUESSED

    @property
    def asks(self) -> bool:
        """Whether a question keeps the file from being imported, rather than something that is missing."""
        return self.unsure or (self.plan is not None and bool(self.plan.questions))


def look(path: Path, wishes: Wishes = NO_WISHES, shop: Shop | None = None) -> FileLook:
    """Return what a file is, read as a person wishes; where nothing is said, ``shop`` remembers what was said about such files.

    Never raises RecsysError: a file that cannot be read is shown beside the others, with its reason.
    """
    if shop is not None and wishes == NO_WISHES and (said := remembered(shop, path)) is not None:
        found = look(path, said)
        if found.ready:  # else what was said does not fit this file after all
            return replace(found, remembered=True)
    try:
        plan = inspect(path, wishes)
    except RecsysError as error:
        return _without_plan(path, error, wishes)
    found = FileLook(path, plan, None, plan.header, plan.preview, dict(plan.mapping.columns), plan.format, wishes)
    found = replace(found, order_matters=_order_matters(plan))
    if "day_first" in plan.questions:
        return replace(found, dates=_two_readings(plan))
    return replace(found, bad_rows=_first_bad_rows(plan))


def _without_plan(path: Path, error: RecsysError, wishes: Wishes) -> FileLook:
    """Return the rows of a table that lacks something a person can say; else the reason alone."""
    alone = FileLook(path, None, error, wishes=wishes)
    if error.code not in _SHOWN_ALL_THE_SAME:
        return alone
    try:
        text_format = best_guess(path, wishes)
        table = tables.sample(path, text_format, wishes)
    except RecsysError:
        return alone
    header = unique_names(table.header)
    found = dict((wishes.columns if wishes.columns is not None and wishes.exact else guess(header, table.rows)).columns)
    preview = tuple(tuple(row) for row in table.rows[:_PREVIEW])
    return replace(alone, header=tuple(header), preview=preview, columns=found, format=table.format)


def _first_bad_rows(plan: FilePlan) -> tuple[BadRow, ...]:
    """Return the bad rows of the file's first block, so that bad cells can be shown before the import."""
    try:
        chunk = next(iter(read(plan, Progress())), None)
    except RecsysError:  # the import will tell; the look has shown what it could
        return ()
    return () if chunk is None else tuple(chunk.bad)


def _two_readings(plan: FilePlan) -> TwoReadings | None:
    """Return a date of the file that means two days, one of the first rows if there is one."""
    column = plan.mapping.columns.get(TIME)
    if column is None:
        return None
    index = plan.header.index(column)
    rows = tables.sample(plan.path, plan.format, plan.wishes).rows
    return _ambiguous([row[index] for row in (*plan.preview, *rows)])


def _ambiguous(cells: Sequence[str]) -> TwoReadings | None:
    by_day, by_month = DateReader(True), DateReader(False)
    for cell in cells:
        first, second = by_day.parse(cell), by_month.parse(cell)
        if isinstance(first, int) and isinstance(second, int) and first != second:
            return TwoReadings(cell.strip(), first, second)
    return None


def _order_matters(plan: FilePlan) -> bool:
    """Return whether some date of the first rows is another one, or none, where the month is read before the day."""
    column = plan.mapping.columns.get(TIME)
    cells = [] if column is None else [row[plan.header.index(column)] for row in plan.preview]
    return any(DateReader(True).parse(cell) != DateReader(False).parse(cell) for cell in cells)
