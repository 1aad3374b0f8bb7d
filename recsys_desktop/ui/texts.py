"""Sentences of the layers below, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from recsys_desktop.domain.texts import Text

#: Ends of sentences that bring their own room.
_WIDE = ("。", "！", "？", "：", "；", "）")


def words(text: Text | str) -> str:
    """Return the sentence translated and filled: nested texts translated too, whole numbers with the language's separators.

    A plain string is the shop's own and returned as it is.
    """
    if isinstance(text, str):
        return text
    template = QCoreApplication.translate(text.context, text.template)
    return template.format(**{name: _shown(value) for name, value in text.values.items()})


def sentences(*said: str) -> str:
    """Return sentences one behind the other: with a blank between, but none behind a full stop that is as wide as one.

    >>> sentences("One.", "Two.")
    'One. Two.'
    >>> sentences("一。", "二。")
    '一。二。'
    """
    return "".join(one if one.endswith(_WIDE) else f"{one} " for one in said if one).rstrip()


def number(value: int) -> str:
    """Return a whole number with the language's thousands separators."""
    return QLocale().toString(value)


def _shown(value: object) -> object:
    if isinstance(value, Text):
        return words(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _Number(value)
    return value


class _Number(int):
    """An int that a plain ``{count}`` shows with separators; a format such as ``{count:02d}`` still finds an int."""

    def __format__(self, specification: str) -> str:
        return int.__format__(self, specification) if specification else number(int(self))
