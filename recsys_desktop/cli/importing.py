"""Commands that bring products and behaviour in, and take them back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from recsys_desktop.cli.base import Outcome, command, commands, json_option, progress
from recsys_desktop.services import reports
from recsys_desktop.services.imports.import_reports import counts_words
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.merge_counts import MergeCounts

if TYPE_CHECKING:
    from recsys_desktop.ingest.wishes import RoleWish, Wishes
    from recsys_desktop.services.imports.importing import Policy


@commands.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "as_", type=click.Choice(["auto", "catalogue", "behaviour", "orders"]), default="auto", show_default=True)
@click.option("--map", "columns", help="Columns of an unknown header: id=COL,title=COL,...")
@click.option("--encoding", help="Encoding of the files, where it is found wrongly.")
@click.option("--delimiter", help='What stands between columns: one character, or "tab".')
@click.option("--quote", help='What cells are quoted with, or "none".')
@click.option("--header-line", type=click.IntRange(1), help="Line (row of a sheet) that names the columns.")
@click.option("--dates", type=click.Choice(["day-first", "month-first"]), help="What 03/04 means.")
@click.option("--decimal", type=click.Choice(["comma", "point"]), help="What stands before the decimals.")
@click.option("--platform", help='Name of the shop system whose export it is, or "generic" for none.')
@click.option(
    "--policy",
    type=click.Choice(["update", "keep", "add"]),
    default="update",
    show_default=True,
    help="Products that are there: newer values win, they keep theirs, or nothing that is there is touched.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen; store nothing.")
@json_option
@command
def import_(shop: Shop, /, files: tuple[Path, ...], policy: Policy, dry_run: bool, **said: Any) -> Outcome:
    """Import catalogues and behaviour: all FILES, folders and archives, or none."""
    from recsys_desktop.services.imports import import_reports, importing
    from recsys_desktop.services.imports.inspecting import inspect_tables
    from recsys_desktop.services.imports.remembered import remember

    wishes = _wishes(**said)
    found = inspect_tables(files, wishes, shop)
    if dry_run:
        return import_reports.of_dry_run(importing.dry_run(shop, found.plans, progress(), policy), found.left_out)
    report = importing.import_files(shop, found.plans, progress(), policy)
    for plan in found.plans if wishes != type(wishes)() else ():
        remember(shop, plan, wishes)
    document, words = import_reports.of_import(report, found.left_out)
    words += f"\n{_stored_words(report.counts)}"
    if report.counts.new_items + report.counts.changed_items:
        from recsys_desktop.services.imports.near_titles import near_titles as find_near_titles

        slips = find_near_titles(shop, 0).slip_count
        assert isinstance(document, dict)
        document["near_titles"] = slips
        words += f"\n{reports.near_titles_words(slips)} See near-titles." if slips else ""
    return document, words


def _stored_words(counts: MergeCounts) -> str:
    """Say what all files brought together, and what to do next."""
    if not (counts.new_items + counts.changed_items + counts.new_users + counts.new_interactions + counts.changed_interactions):
        return "Nothing in it is new; the shop is as it was."
    return f"Stored: {counts_words(counts)}. Bring the lists up to date with: encode"


def _wishes(as_: RoleWish, columns: str | None, dates: str | None, decimal: str | None, **said: Any) -> Wishes:
    """Return what the options say about the files."""
    from recsys_desktop.ingest.columns.mapping import parse_mapping
    from recsys_desktop.ingest.wishes import Wishes

    said["delimiter"] = {"tab": "\t", "\\t": "\t"}.get(said["delimiter"], said["delimiter"])
    said["quote"] = "" if said["quote"] == "none" else said["quote"]
    return Wishes(
        role=as_,
        columns=parse_mapping(columns) if columns else None,
        day_first=None if dates is None else dates == "day-first",
        decimal_comma=None if decimal is None else decimal == "comma",
        **said,
    )


@commands.command()
@json_option
@command
def imports(shop: Shop) -> Outcome:
    """List what was imported so far, newest first."""
    from recsys_desktop.services.imports import import_reports
    from recsys_desktop.services.imports.import_history import history

    return import_reports.of_history(history(shop))


@commands.command("undo-import")
@json_option
@command
def undo_import(shop: Shop) -> Outcome:
    """Take back the last import, all its files: the shop is what it was before."""
    from recsys_desktop.services.imports import import_reports
    from recsys_desktop.services.imports.import_history import undo_last_import

    return import_reports.of_undo(undo_last_import(shop, progress()))


@commands.command("near-titles")
@click.option("--most", type=click.IntRange(0), default=100, show_default=True, help="Pairs to show.")
@json_option
@command
def near_titles(shop: Shop, most: int) -> Outcome:
    """Show products with nearly the same name, which may be one product entered twice."""
    from recsys_desktop.services.imports.near_titles import near_titles as find_near_titles

    return reports.of_near_titles(find_near_titles(shop, most))
