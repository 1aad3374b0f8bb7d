"""The command line, for scripts and nightly runs, on the same services as the window.

Exit code 0; 1 for a known error, with its sentence on stderr; 2 for wrong usage. With ``--json`` stdout holds exactly one JSON
document; progress goes to stderr.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

import click

from recsys_desktop import __version__, paths
from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import FeedbackKind, Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress, ProgressState
from recsys_desktop.offline import stay_offline
from recsys_desktop.services import reports
from recsys_desktop.services.shop import Shop, open_shop

if TYPE_CHECKING:
    from recsys_desktop.ingest.wishes import RoleWish, Wishes
    from recsys_desktop.services.importing import Policy

P = ParamSpec("P")
Outcome = tuple[object, str]  # the JSON document, and the words for a person


@dataclass(frozen=True)
class _Call:
    """What every command is given: where the shop is."""

    folder: Path


#: Options of the window that take a value; the word after one is no command.
_OPTIONS_WITH_VALUE = ("--data-dir", "--tour", "--orders")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code. Without a command the window opens."""
    stay_offline()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if _opens_window(given):
        from recsys_desktop import app

        return app.main(given)
    return _run(given)


def _opens_window(given: Sequence[str]) -> bool:
    """Tell whether the arguments ask for the window: no command among them, at most options and files to import."""
    words = [
        word
        for before, word in zip(["", *given], given, strict=False)
        if not word.startswith("-") and before not in _OPTIONS_WITH_VALUE
    ]
    if any(word in ("--help", "--version") for word in given):
        return False
    return not words or (words[0] not in commands.commands and Path(words[0]).exists())


def _run(given: Sequence[str]) -> int:
    as_json = "--json" in given
    try:
        commands.main(args=list(given), prog_name="recsys-desktop", standalone_mode=False)
    except RecsysError as error:
        return _fail(error, as_json)
    except click.UsageError as error:
        if as_json:
            click.echo(json.dumps(_failure("usage", error.format_message(), "recsys-desktop --help")))
        error.show()
        return 2
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; nothing half-made is kept.", err=True)
        return 1
    return 0


def _fail(error: RecsysError, as_json: bool) -> int:
    if as_json:
        click.echo(json.dumps(_failure(error.code, str(error.message), str(error.hint)), ensure_ascii=False))
    click.echo(f"{error.message}\n{error.hint}", err=True)
    return 1


def _failure(code: str, sentence: str, hint: str) -> dict[str, dict[str, str]]:
    return {"error": {"code": code, "message": sentence, "hint": hint}}


def _command(
    work: Callable[Concatenate[Shop, P], Outcome],
) -> Callable[P, None]:
    """Turn work on a shop into a command's function: opens the shop, runs, prints, closes."""

    def run(*args: P.args, **options: P.kwargs) -> None:
        call = click.get_current_context().find_object(_Call)
        assert call is not None
        as_json = bool(options.pop("as_json"))
        with closing(open_shop(call.folder)) as shop:
            document, words = work(shop, *args, **options)
        click.echo(json.dumps(document, ensure_ascii=False, default=str) if as_json else words)

    run.__name__ = work.__name__
    run.__doc__ = work.__doc__
    return run


def _progress() -> Progress:
    """Return a progress that writes one line to stderr, overwritten where stderr is a terminal and silent elsewhere."""
    if not sys.stderr.isatty():
        return Progress()

    def show(state: ProgressState) -> None:
        left = "" if state.seconds_left is None else f"  about {state.seconds_left:.0f} s left"
        share = f"{100 * state.done // state.total:3d} %  " if state.total else ""
        click.echo(f"\r\x1b[K{share}{state.message}{left}", err=True, nl=False)

    return Progress(show)


_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
_length = click.option("-k", "k", type=click.IntRange(1, 1000), default=10, show_default=True, help="Products in a list.")


@click.group()
@click.version_option(__version__)
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder of the shop (default: the system's).")
@click.pass_context
def commands(context: click.Context, data_dir: Path | None) -> None:
    """Recommendations a small shop can run itself. Without a command, the window opens."""
    context.obj = _Call(paths.data_dir(data_dir))


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
@_json
@_command
def import_(shop: Shop, /, files: tuple[Path, ...], policy: Policy, dry_run: bool, **said: Any) -> Outcome:
    """Import catalogues and behaviour: all FILES, folders and archives, or none."""
    from recsys_desktop.services import import_reports, importing
    from recsys_desktop.services.inspecting import inspect_tables
    from recsys_desktop.services.remembered import remember

    wishes = _wishes(**said)
    found = inspect_tables(files, wishes, shop)
    if dry_run:
        return import_reports.of_dry_run(importing.dry_run(shop, found.plans, _progress(), policy), found.left_out)
    report = importing.import_files(shop, found.plans, _progress(), policy)
    for plan in found.plans if wishes != type(wishes)() else ():
        remember(shop, plan, wishes)
    document, words = import_reports.of_import(report, found.left_out)
    if report.counts.new_items + report.counts.changed_items:
        from recsys_desktop.services.near_titles import near_titles as find_near_titles

        slips = find_near_titles(shop, 0).slip_count
        assert isinstance(document, dict)
        document["near_titles"] = slips
        words += f"\n{reports.near_titles_words(slips)} See near-titles." if slips else ""
    return document, words


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
@_json
@_command
def imports(shop: Shop) -> Outcome:
    """List what was imported so far, newest first."""
    from recsys_desktop.services import import_reports
    from recsys_desktop.services.import_history import history

    return import_reports.of_history(history(shop))


@commands.command("undo-import")
@_json
@_command
def undo_import(shop: Shop) -> Outcome:
    """Take back the last import, all its files: the shop is what it was before."""
    from recsys_desktop.services import import_reports
    from recsys_desktop.services.import_history import undo_last_import

    return import_reports.of_undo(undo_last_import(shop, _progress()))


@commands.command()
@_json
@_command
def encode(shop: Shop) -> Outcome:
    """Read new and changed products with the language model and bring the lists up to date."""
    from recsys_desktop.services.fitting import prepare

    return reports.of_encoding(prepare(shop, _progress()))


@commands.command()
@_json
@_command
def status(shop: Shop) -> Outcome:
    """Say what the shop holds, what its data can carry, and what to collect next."""
    from recsys_desktop.services.advising import advise
    from recsys_desktop.services.statistics import shop_state

    return reports.of_status(shop_state(shop), advise(shop))


@commands.command("near-titles")
@click.option("--most", type=click.IntRange(0), default=100, show_default=True, help="Pairs to show.")
@_json
@_command
def near_titles(shop: Shop, most: int) -> Outcome:
    """Show products with nearly the same name, which may be one product entered twice."""
    from recsys_desktop.services.near_titles import near_titles as find_near_titles

    return reports.of_near_titles(find_near_titles(shop, most))


@commands.command()
@click.option("--thorough", is_flag=True, help="Try longer: up to a quarter of an hour instead of about a minute.")
@_json
@_command
def fit(shop: Shop, thorough: bool) -> Outcome:
    """Try out which lists suit the shop, and say how they are made."""
    from recsys_desktop.engine.selection.self_fit import Budget
    from recsys_desktop.services.fitting import fit as run_fit
    from recsys_desktop.services.list_making import list_making

    report = run_fit(shop, _progress(), budget=Budget.THOROUGH if thorough else Budget.QUICK)
    making = list_making(shop)
    assert making is not None, "a fit leaves a space behind"
    return reports.of_fit(report, making)


@commands.command()
@click.option("--epochs", type=click.IntRange(1, 100), help="Rounds over the behaviour (default: chosen by the size of the shop).")
@click.option("--seed", type=int, default=0, show_default=True)
@_json
@_command
def train(shop: Shop, epochs: int | None, seed: int) -> Outcome:
    """Let the language model learn from the shop; the new version is kept only if it is better."""
    from recsys_desktop.services.training import TrainingPlan
    from recsys_desktop.services.training import train as run_training

    return reports.of_training(run_training(shop, TrainingPlan(epochs=epochs, seed=seed), _progress()))


@commands.command()
@click.option("--user", "user_id", required=True, help="The customer's id, or the e-mail address a code stands for.")
@_length
@_json
@_command
def recommend(shop: Shop, user_id: str, k: int) -> Outcome:
    """Show one customer's list with the reasons."""
    from recsys_desktop.services.pseudonyms import known_as
    from recsys_desktop.services.recommending import Recommender

    return reports.of_list(Recommender(shop).recommend(known_as(shop, user_id), k))


@commands.command()
@click.option("--item", "item_id", required=True, help="The product's id.")
@_length
@_json
@_command
def similar(shop: Shop, item_id: str, k: int) -> Outcome:
    """Show the products most like one."""
    from recsys_desktop.services.recommending import Recommender

    return reports.of_similar(ItemId(item_id), Recommender(shop).similar(ItemId(item_id), k))


@commands.command("add-product")
@click.option("--id", "item_id", help="The product's id (default: the next free one in the manner of the others).")
@click.option("--title", required=True)
@click.option("--category", default="", help='A path is written "Home > Kitchen".')
@click.option("--brand", default="")
@click.option("--description", default="")
@click.option("--price", type=float)
@click.option("--stock", type=int)
@_length
@_json
@_command
def add_product(
    shop: Shop,
    item_id: str | None,
    title: str,
    category: str,
    brand: str,
    description: str,
    price: float | None,
    stock: int | None,
    k: int,
) -> Outcome:
    """Add one product, and show the customers in whose list it stands at once."""
    from recsys_desktop.services import adding_products
    from recsys_desktop.services.recommending import Recommender
    from recsys_desktop.services.standing import standing

    suggested = adding_products.suggestions(shop)
    chosen = suggested.item_id if item_id is None else ItemId(item_id)
    currency = "" if price is None else suggested.currency
    item = Item(chosen, title, description, category, brand=brand, price=price, currency=currency, stock=stock)
    placed = adding_products.add_product(shop, item, _progress())
    return reports.of_added(item, standing(Recommender(shop), chosen, k, _progress()) if placed else None)


@commands.command()
@click.option("--user", "user_id", required=True, help="The customer's id, or the e-mail address a code stands for.")
@click.option("--item", "item_id", required=True, help="The product's id.")
@click.option("--kind", type=click.Choice([kind.word for kind in FeedbackKind]), required=True)
@click.option("--value", type=click.FloatRange(1, 5), help="Stars, with --kind rating.")
@_json
@_command
def feedback(shop: Shop, user_id: str, item_id: str, kind: str, value: float | None) -> Outcome:
    """Say what a customer thinks of a product; the next list heeds it."""
    from recsys_desktop.services.giving_feedback import give
    from recsys_desktop.services.pseudonyms import known_as

    return reports.of_feedback(give(shop, known_as(shop, user_id), ItemId(item_id), FeedbackKind[kind.upper()], value))


@commands.command()
@_json
@_command
def evaluate(shop: Shop) -> Outcome:
    """Replay the last weeks: would the lists have shown what customers then bought?"""
    from recsys_desktop.services.evaluating import evaluate as run_evaluation

    return reports.of_evaluation(run_evaluation(shop, _progress()))


@commands.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--what", type=click.Choice(["lists", "catalogue", "behaviour"]), default="lists", show_default=True)
@click.option("--format", "form", type=click.Choice(["csv", "xlsx", "jsonl"]), help="Default: what FILE's ending means, else CSV.")
@_length
@_json
@_command
def export(shop: Shop, file: Path, what: str, form: str | None, k: int) -> Outcome:
    """Write every customer's list to FILE, or the products, or what customers did; the last two can be imported again."""
    from recsys_desktop.services.exporting import export as run_export

    report = run_export(shop, what, file, _progress(), form, k)  # type: ignore[arg-type]  # click checked both words
    return reports.of_export(report)


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--export", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="CSV file of the lists.")
@_length
@_json
@_command
def nightly(shop: Shop, folder: Path, file: Path, k: int) -> Outcome:
    """Import what is new in FOLDER, read it, and write the lists: for cron or the Task Scheduler."""
    from recsys_desktop.services.nightly import run_nightly

    return reports.of_nightly(run_nightly(shop, folder, file, k, _progress()))
