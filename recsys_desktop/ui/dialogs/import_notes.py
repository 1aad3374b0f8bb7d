"""What should be known about a file before it is imported: columns not used, data not stored, cells that cannot be read."""

from __future__ import annotations

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.imports.previewing import FileLook
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.sentence_list import Sentence

#: Columns named one by one; further ones are counted.
_NAMED = 6
_NOTE, _WARNING, _PERSONAL = message("import", "Note"), message("import", "Warning"), message("import", "Personal data")
_CODES = message("import", "Customers are known by codes: what names them in this file is personal data and is not stored.")


def notes(look: FileLook) -> list[Sentence]:
    """Return the remarks about a file that can be imported: what a person may have to do something about stands first."""
    plan = look.plan
    if plan is None:
        return []
    lines = _bad_cells(look)
    # A question is asked above in its own words.
    lines += [_line("info", "warning", _NOTE, text) for text in plan.problems if not (plan.questions and "date" in text.values)]
    if plan.pseudonyms:
        lines.append(_line("lock", "accent", _PERSONAL, _CODES))
    if plan.personal:
        text = message("import", "Personal data, not stored: {names}").fill(names=_listed(plan.personal))
        lines.append(_line("lock", "accent", _PERSONAL, text))
    if plan.unused or not plan.personal:
        lines.append(_line("info", "muted", _NOTE, _unused(plan.unused)))
    return lines


def _bad_cells(look: FileLook) -> list[Sentence]:
    if not look.bad_rows:
        return []
    if len(look.bad_rows) == 1:
        text = message("import", "1 row near the top cannot be read and will be skipped.")
    else:
        text = message("import", "{count} rows near the top cannot be read and will be skipped.").fill(count=len(look.bad_rows))
    first = look.bad_rows[0]
    remark = message("import", "Line {line}: {reason}").fill(line=first.line, reason=first.reason)
    return [_line("warning", "warning", _WARNING, text, words(remark))]


def _unused(names: tuple[str, ...]) -> Text:
    if not names:
        return message("import", "Every column is used.")
    if len(names) == 1:
        return message("import", "1 column is not used: {names}").fill(names=names[0])
    return message("import", "{count} columns are not used: {names}").fill(count=len(names), names=_listed(names))


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_NAMED]) + ("\u00a0…" if len(names) > _NAMED else "")


def _line(icon: str, role: str, meaning: Text, text: Text, remark: str = "") -> Sentence:
    return Sentence(icon, role, words(meaning), words(text), remark)
