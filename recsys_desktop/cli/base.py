"""What every command is made of: where the shop is, how it is opened, and in which form its outcome is printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from recsys_desktop import __version__, paths
from recsys_desktop.domain.progress import Progress, ProgressState
from recsys_desktop.services.shop import Shop, open_shop

P = ParamSpec("P")
Outcome = tuple[object, str]  # the JSON document, and the words for a person


@dataclass(frozen=True)
class Call:
    """What every command is given: where the shop is."""

    folder: Path


def command(
    work: Callable[Concatenate[Shop, P], Outcome],
) -> Callable[P, None]:
    """Turn work on a shop into a command's function: opens the shop, runs, prints, closes."""

    def run(*args: P.args, **options: P.kwargs) -> None:
        call = click.get_current_context().find_object(Call)
        assert call is not None
        as_json = bool(options.pop("as_json"))
        with closing(open_shop(call.folder)) as shop:
            document, words = work(shop, *args, **options)
        click.echo(json.dumps(document, ensure_ascii=False, default=str) if as_json else words)

    run.__name__ = work.__name__
    run.__doc__ = work.__doc__
    return run


def progress() -> Progress:
    """Return a progress that writes one line to stderr, overwritten where stderr is a terminal and silent elsewhere."""
    if not sys.stderr.isatty():
        return Progress()

    def show(state: ProgressState) -> None:
        left = "" if state.seconds_left is None else f"  about {state.seconds_left:.0f} s left"
        share = f"{100 * state.done // state.total:3d} %  " if state.total else ""
        click.echo(f"\r\x1b[K{share}{state.message}{left}", err=True, nl=False)

    return Progress(show)


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
#: Of lists of the shop's own length, and of others.
list_length_option = click.option("-k", "k", type=click.IntRange(1, 1000), help="Products in a list (default: as the rules say).")
length_option = click.option("-k", "k", type=click.IntRange(1, 1000), default=10, show_default=True, help="Products in a list.")


@click.group()
@click.version_option(__version__)
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder of the shop (default: the system's).")
@click.pass_context
def commands(context: click.Context, data_dir: Path | None) -> None:
    """Recommendations a small shop can run itself. Without a command, the window opens."""
    context.obj = Call(paths.data_dir(data_dir))
