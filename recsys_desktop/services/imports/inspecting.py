"""What files, folders and archives hold, before anything is imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.containers import TABLE_ENDINGS, Inspected, LeftOut, inspect_all
from recsys_desktop.ingest.pipeline import inspect
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.problems import not_a_table
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes
from recsys_desktop.services.imports.remembered import remembered
from recsys_desktop.services.shop import Shop

#: What a table's name ends in, in a folder; RecBole's among them.
ENDINGS = tuple(sorted({*TABLE_ENDINGS, ".inter", ".item", ".user"}))
#: What a person is asked, by the wish that answers it, with the command line's way to say it.
_QUESTIONS = {
    "day_first": (message("import", "which number of its dates is the month"), "--dates day-first, --dates month-first"),
    "decimal_comma": (message("import", "whether a comma stands before the decimals"), "--decimal comma, --decimal point"),
    "delimiter": (message("import", "what stands between its columns"), "--delimiter"),
    "quote": (message("import", "how its cells are quoted"), "--quote"),
    "encoding": (message("import", "in which encoding it is written"), "--encoding"),
    "header_line": (message("import", "which line names its columns"), "--header-line"),
    "columns": (message("import", "what its columns hold"), "--map"),
    "role": (message("import", "what it holds"), "--as"),
}
#: A question that has no words yet.
_SOMETHING = (message("import", "all that is needed"), "--help")


def inspect_tables(paths: Sequence[Path], wishes: Wishes = NO_WISHES, shop: Shop | None = None) -> Inspected:
    """Find out what files hold, tables of archives and files of folders among them, and what of those is left out.

    Where nothing is said, ``shop`` remembers what was said about files of the same header.

    Raises RecsysError for the first one that cannot be imported; one of several tables of an archive or a folder is left out.
    """
    plans: list[FilePlan] = []
    left_out: list[LeftOut] = []
    for path in paths:
        found = _folder(path, wishes, shop) if path.is_dir() else _file(path, wishes, shop)
        plans += found.plans
        left_out += found.left_out
    return Inspected(tuple(plans), tuple(left_out))


def inspect_files(paths: Sequence[Path], wishes: Wishes = NO_WISHES, shop: Shop | None = None) -> list[FilePlan]:
    """Find out how files are imported; as :func:`inspect_tables`, without what is left out."""
    return list(inspect_tables(paths, wishes, shop).plans)


def refuse_open_questions(plans: Sequence[FilePlan]) -> None:
    """Raise RecsysError question_open for the first file that leaves open what only a person can settle."""
    for plan in plans:
        if plan.questions:
            words, option = _QUESTIONS.get(plan.questions[0], _SOMETHING)
            raise RecsysError(
                "question_open",
                message("import", "{name} does not tell {question}. Nothing was changed.").fill(
                    name=plan.path.name, question=words
                ),
                message("import", "Say it in the import window, or on the command line with {option}.").fill(option=option),
            )


def _file(path: Path, wishes: Wishes, shop: Shop | None) -> Inspected:
    return inspect_all(path, lambda table: _inspect(table, wishes, shop))


def _inspect(path: Path, wishes: Wishes, shop: Shop | None) -> FilePlan:
    said = remembered(shop, path) if shop is not None and wishes == NO_WISHES else None
    if said is not None:
        try:
            return inspect(path, said)
        except RecsysError:
            pass  # what was said does not fit this file after all
    return inspect(path, wishes)


def _folder(path: Path, wishes: Wishes, shop: Shop | None) -> Inspected:
    """Inspect the tables of a folder; those of folders within are not looked for."""
    plans: list[FilePlan] = []
    left_out: list[LeftOut] = []
    refused: list[RecsysError] = []
    for file in sorted(path.iterdir()):
        if file.name.startswith((".", "~$")) or file.suffix.lower() not in ENDINGS or not file.is_file():
            continue
        try:
            found = _file(file, wishes, shop)
        except RecsysError as error:
            refused.append(error)
            left_out.append(LeftOut(file, error.message))
            continue
        plans += found.plans
        left_out += found.left_out
    if not plans:
        raise refused[0] if refused else not_a_table(path, _NO_TABLES)
    return Inspected(tuple(plans), tuple(left_out))


_NO_TABLES: Text = message("import", "a folder without tables")
