"""The command line, for scripts and nightly runs, on the same services as the window.

Exit code 0; 1 for a known error, with its sentence on stderr; 2 for wrong usage. With ``--json`` stdout holds exactly one JSON
document; progress goes to stderr.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from recsys_desktop.cli import hand_outs, importing, lists, rules, upkeep
from recsys_desktop.cli.base import commands
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.offline import stay_offline

#: The modules that hold the commands: importing one adds them.
__all__ = ["hand_outs", "importing", "lists", "main", "rules", "upkeep"]

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
