#!/usr/bin/env python3
"""Set up and start recsys_desktop from a checkout, with nothing but Python 3.11 or newer at hand.

python3 packaging/dev.py run     open the window (with no screen: do the whole job off-screen, into out/)
python3 packaging/dev.py test    run the tests
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  it may well be started by an older one
    sys.exit(f"recsys_desktop needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]}.")

sys.path.insert(0, str(Path(__file__).resolve().parent))  # also where PYTHONSAFEPATH is set

from devtools.environment import Environment
from devtools.system import Problem, System, say, told_on_standard_error

ROOT = Path(__file__).resolve().parent.parent
#: Each may load torch: more of them want more memory than a small machine has.
TEST_PROCESSES = 4
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


class Commands:
    """One method for each sub-command; each returns the exit code."""

    def __init__(self, environment: Environment) -> None:
        self._root = environment.root
        self._system = environment.system
        self._environment = environment

    def run(self, arguments: list[str]) -> int:
        """Open the window, or do the whole job off-screen where there is no display."""
        python = self._ready()
        if self._system.has_display():
            return self._python(python, "-m", "recsys_desktop", *arguments)
        say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown.")
        say("Instead the whole job is done off-screen with the sample shop; pictures and lists go to the folder out/.")
        return self._tour(python, self._root / "out", None)

    def tour(self, out: Path, orders: Path | None) -> int:
        """Drive the real window through the whole job without a person."""
        return self._tour(self._ready(), out.resolve(), orders.resolve() if orders else None)

    def test(self, everything: bool, arguments: list[str]) -> int:
        """Run the test suite; the rules that ruff, mypy and import-linter check are tests too.

        All of it is shared out to several processes, file by file; with arguments, which may name tests, to none.
        """
        chosen = [] if everything else ["-m", "not slow"]
        shared = (
            []
            if arguments
            else ["-n", "auto", "--maxprocesses", str(TEST_PROCESSES), "--dist", "loadfile", "--max-worker-restart", "0"]
        )
        return self._python(self._ready(), "-m", "pytest", *chosen, *shared, *arguments)

    def bench(self, name: str | None, arguments: list[str]) -> int:
        """Run one benchmark, or list them."""
        folder = self._root / "tests" / "benchmarks"
        found = [path.stem for path in folder.glob("*.py")] + [path.parent.name for path in folder.glob("*/__main__.py")]
        names = sorted(name for name in found if not name.startswith("_"))
        if name is None:
            say("Benchmarks: " + (", ".join(names) or "none yet"))
            return 0
        if name not in names:
            raise Problem(f"There is no benchmark {name!r}. There are: {', '.join(names) or 'none yet'}.")
        with told_on_standard_error():  # some benchmarks print one document, for a program to read
            python = self._ready()
        return self._python(python, "-m", f"tests.benchmarks.{name}", *arguments)

    def lint(self) -> int:
        """Check style, types and the direction of imports; all of them, even if one fails."""
        python = self._environment.ensure()
        checks = (["-m", "ruff", "check"], ["-m", "mypy"], ["-c", "from importlinter.cli import lint_imports_command as c; c()"])
        return max(self._python(python, *check) for check in checks)

    def _ready(self) -> Path:
        """Return the Python to start, after compiling the translations that changed since the last time."""
        python = self._environment.ensure()
        translations = self._root / "resources" / "translations"
        rules = (self._root / "packaging" / "catalogue_words").glob("*.toml")
        films = translations / "recsys_desktop_en_films.qm"  # stands for all that are made by rules
        if any(map(_is_stale, translations.glob("*.ts"))) or any(_is_older(films, rule) for rule in rules):
            code = self._python(python, str(self._root / "packaging" / "translations.py"), "release")
            if code != 0:
                raise Problem("The translations could not be compiled; the lines above say why.")
        return python

    def _tour(self, python: Path, out: Path, orders: Path | None) -> int:
        arguments = ["--tour", str(out)] + (["--orders", str(orders)] if orders else [])
        code = self._python(python, "-m", "recsys_desktop", *arguments, extra=OFFSCREEN)
        if code == 0:
            pictures = len(list(out.rglob("*.png")))
            lists = "recommendations.csv" if (out / "recommendations.csv").exists() else "no recommendations.csv"
            say(f"Pictures: {pictures}, and {lists}, in {out}")
        return code

    def _python(self, python: Path, *arguments: str, extra: dict[str, str] | None = None) -> int:
        return self._system.run([python, *arguments], extra=extra, cwd=self._root)


def _is_stale(translation: Path) -> bool:
    """Tell whether a translators' file was not compiled since it changed."""
    return _is_older(translation.with_suffix(".qm"), translation)


def _is_older(made: Path, source: Path) -> bool:
    """Tell whether a file is to be made anew from another one."""
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def parser() -> argparse.ArgumentParser:
    """Return the command line; ``--gpu`` and ``--cpu`` may stand before or after the sub-command."""
    build = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    choice = build.add_mutually_exclusive_group()
    for option, value, whom in (("--gpu", "cuda", "NVIDIA graphics cards"), ("--cpu", "cpu", "the processor (the default)")):
        choice.add_argument(option, dest="build", action="store_const", const=value, help=f"use PyTorch's build for {whom}")
    top = argparse.ArgumentParser(prog="dev.py", description="Set up, start and test recsys_desktop.", parents=[build])
    commands = top.add_subparsers(dest="command", required=True, metavar="run|test|tour|bench|lint")
    commands.add_parser("run", parents=[build], help="open the window; further arguments go to it")
    test = commands.add_parser("test", parents=[build], help="run the tests; further arguments go to pytest")
    test.add_argument("--all", action="store_true", help="the slow ones too")
    tour = commands.add_parser("tour", parents=[build], help="do the whole job off-screen and keep pictures of every page")
    tour.add_argument("out", type=Path, help="folder for the pictures and lists")
    tour.add_argument("--orders", type=Path, help="a file of order lines instead of the sample shop")
    bench = commands.add_parser("bench", parents=[build], help="run a benchmark, or list them")
    bench.add_argument("name", nargs="?")
    commands.add_parser("lint", parents=[build], help="check style, types and the direction of imports")
    return top


def _carry_out(commands: Commands, options: argparse.Namespace, rest: list[str]) -> int:
    match options.command:
        case "run":
            return commands.run(rest)
        case "test":
            return commands.test(options.all, rest)
        case "tour":
            return commands.tour(options.out, options.orders)
        case "bench":
            return commands.bench(options.name, rest)
        case _:
            return commands.lint()


def main(arguments: list[str], system: System, root: Path = ROOT) -> int:
    """Carry out one sub-command and return the exit code."""
    line = parser()
    options, rest = line.parse_known_args(arguments)
    if rest and options.command in ("tour", "lint"):
        line.error(f"unknown: {' '.join(rest)}")
    try:
        return _carry_out(Commands(Environment(root, system, getattr(options, "build", None))), options, rest)
    except Problem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], System()))
