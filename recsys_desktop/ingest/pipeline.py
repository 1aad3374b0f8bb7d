"""A file in two steps: :func:`inspect` finds out what it is, :func:`read` yields its products and behaviour in chunks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from recsys_desktop.domain.columns import ITEM_ID, KIND, ORDER_ID, PRICE, QUANTITY, TIME, TITLE, USER_ID, VALUE
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest import platforms
from recsys_desktop.ingest.bad_rows import named_width, own_columns
from recsys_desktop.ingest.building.behaviour_rows import BehaviourBuilder
from recsys_desktop.ingest.building.catalogue_rows import CatalogueBuilder
from recsys_desktop.ingest.columns.conventions import settle_conventions
from recsys_desktop.ingest.columns.layout import layout_of, name_columns
from recsys_desktop.ingest.columns.mapping import guess, passed_over
from recsys_desktop.ingest.columns.roles import decide_role, remarks
from recsys_desktop.ingest.files.opening import size_of
from recsys_desktop.ingest.formats.sniffing import TextFormat, sniff
from recsys_desktop.ingest.people.customers import look_for_people
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms
from recsys_desktop.ingest.plan import Chunk, Conventions, FilePlan, Role
from recsys_desktop.ingest.platforms.entry import Platform
from recsys_desktop.ingest.platforms.header import find_columns, unnamed
from recsys_desktop.ingest.problems import field_label, no_rows, not_needed, unknown_column
from recsys_desktop.ingest.readers import tables
from recsys_desktop.ingest.rows import BadRow
from recsys_desktop.ingest.synonyms import normalised
from recsys_desktop.ingest.wishes import NO_WISHES, Mapping, Wishes

__all__ = ["BadRow", "Chunk", "Conventions", "FilePlan", "Mapping", "Role", "Wishes", "inspect", "read", "unique_names"]

_PREVIEW = 5


def inspect(path: Path, wishes: Wishes = NO_WISHES) -> FilePlan:
    """Find out how a file is written, what it holds and which column is which; ``wishes`` overrule what would be guessed.

    Raises RecsysError: file_not_found, unreadable_file, empty_file, not_a_table, unknown_encoding, unsure_format, missing_column.
    """
    text_format = sniff(path, wishes)
    table = tables.sample(path, text_format, wishes)
    if wishes.header_line is None and platforms.is_row_of_known_form(table.header, table.rows):
        table = tables.without_header(table)
    own = own_columns(table.header)
    width = named_width(table.header) if own else len(table.header)
    text_format, header, rows = table.format, unique_names(table.header[:width]), [row[:width] for row in table.rows]
    given = set(wishes.columns.columns.values()) if wishes.columns is not None else set()
    if wishes.platform is None and (not given or given - set(header)) and platforms.recognise(header) is None:
        header = platforms.named_by_place(header, rows)
    platform = platforms.recognise(header) if wishes.platform is None else platforms.by_name(wishes.platform)
    if platform is not None and platform.declined is not None and wishes.columns is None:
        raise not_needed(path, platform.declined)
    # Bad rows say little about what their columns hold.
    columns = _columns(path, platform, header[own:], [] if own else rows, wishes)
    role = decide_role(path, wishes.role, columns, header, platform)
    if not rows and not _any_rows(path, text_format, header):
        raise no_rows(path)
    used = _used(columns, role)
    noted = set(find_columns(header, [*used.values(), *(platform.used_columns() if platform else ())]))
    noted |= set(name_columns(platform, header, used.values())) if role == "catalogue" else set()
    plan = FilePlan(
        path=path,
        platform=platform.name if platform else platforms.GENERIC,
        format=text_format,
        role=role,
        mapping=Mapping(used),
        header=tuple(header),
        preview=tuple(tuple(row) for row in rows[:_PREVIEW]),
        unused=tuple(name for index, name in enumerate(header) if index >= own and index not in noted),
        problems=(),
        conventions=Conventions(),
        wishes=wishes,
    )
    layout = layout_of(plan)
    settled, people = settle_conventions(layout, rows), look_for_people(layout, rows)
    notes = (*remarks(columns, role, platform), *_passed_over(used, header, [] if own else rows), *settled.doubts, *people.remarks)
    return replace(
        plan,
        conventions=settled.conventions,
        questions=settled.questions,
        personal=people.columns,
        pseudonyms=people.are_customers,
        unused=tuple(name for name in plan.unused if name not in people.columns),
        problems=notes,
    )


def read(plan: FilePlan, progress: Progress, pseudonyms: Pseudonyms | None = None) -> Iterator[Chunk]:
    """Yield what the file holds, some thousand rows at a time; ``pseudonyms`` take the place of customers' addresses and names.

    Raises RecsysError, or Cancelled within half a second.
    """
    size = size_of(plan.path)
    label: Text = message("import", "Reading {name}").fill(name=plan.path.name)
    layout = layout_of(plan)
    is_catalogue = plan.role == "catalogue" and not layout.is_order_lines
    builder = CatalogueBuilder(layout) if is_catalogue else BehaviourBuilder(layout, pseudonyms)
    for block in tables.blocks(plan.path, plan.format, plan.header):
        progress.report(min(block.bytes_done, size), size, label)
        chunk = builder.add(block)
        chunk.skipped += block.skipped
        chunk.mended += block.mended
        chunk.rows += block.skipped.total()
        yield chunk
    chunk = builder.finish()
    chunk.bytes_done = size
    yield chunk


def _any_rows(path: Path, text_format: TextFormat, header: Sequence[str]) -> bool:
    """Return whether there is anything below the header: rows longer than the sample, or damaged ones to be reported."""
    return any(block.rows or block.bad for block in tables.blocks(path, text_format, header))


def unique_names(header: Sequence[str]) -> list[str]:
    """Return the header with names for empty cells and numbers behind repeated ones."""
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        name = " ".join(cell.split()) or unnamed(number)
        candidates = (name, *(f"{name} ({count})" for count in range(2, len(header) + 2)))
        names.append(next(candidate for candidate in candidates if candidate not in names))
    return names


def _columns(
    path: Path, platform: Platform | None, header: Sequence[str], rows: Sequence[Sequence[str]], wishes: Wishes
) -> dict[str, str]:
    """Return each field's column: what the person said, else what the platform means, else what the names suggest."""
    given = dict(wishes.columns.columns) if wishes.columns is not None else {}
    by_normal_name = {normalised(name): name for name in reversed(header)}
    for field, name in given.items():
        if name not in header:
            if normalised(name) not in by_normal_name:
                raise unknown_column(path, name, header)
            given[field] = by_normal_name[normalised(name)]
    if wishes.exact:
        return given
    if platform is None:
        found = {field: name for field, name in guess(header, rows).columns.items() if name not in given.values()}
    else:
        present = {field: find_columns(header, platform.field_columns(field)) for field in platform.fields()}
        found = {field: header[indexes[0]] for field, indexes in present.items() if indexes}
    return {**found, **given}


def _passed_over(used: dict[str, str], header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Text]:
    text = message("import", "The column {column} is not used: most of its cells hold no {label}.")
    return [text.fill(column=column, label=field_label(field)) for field, column in passed_over(header, rows, used)]


def _used(columns: dict[str, str], role: Role) -> dict[str, str]:
    """Return the columns a role makes use of."""
    if role == "catalogue" and not {ORDER_ID, QUANTITY} <= set(columns):
        unused = {USER_ID, KIND, VALUE, TIME, QUANTITY, ORDER_ID}
        return {field: name for field, name in columns.items() if field not in unused}
    if role == "behaviour":
        kept = {USER_ID, ITEM_ID, KIND, VALUE, TIME, PRICE, QUANTITY, ORDER_ID} | ({TITLE} if ITEM_ID not in columns else set())
        return {field: name for field, name in columns.items() if field in kept}
    return columns
