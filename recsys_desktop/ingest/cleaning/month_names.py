"""Names of months in the languages of shops' exports, whole or cut short."""

from __future__ import annotations

#: Per month the beginnings of its names: English, German, French, Spanish, Italian, Dutch, Portuguese, Russian, where they differ.
_BEGINNINGS = (
    "jan jän ene gen янв",
    "feb fév fev фев",
    "mar mär mrz maa мар",
    "apr avr abr апр",
    "may mai mei mag мая май",
    "jun juin giu июн",
    "jul juil lug июл",
    "aug aou aoû ago авг",
    "sep set сен",
    "oct okt ott out окт",
    "nov ноя",
    "dec dez dic déc дек",
)
_NUMBERS = {beginning: number for number, names in enumerate(_BEGINNINGS, 1) for beginning in names.split()} | {"mrt": 3}


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name. Raises ValueError for another word.

    >>> month_number("Dezember"), month_number("juillet"), month_number("Sept"), month_number("декабря")
    (12, 7, 9, 12)
    """
    folded = name.lower()
    number = _NUMBERS.get(folded[:4]) or _NUMBERS.get(folded[:3])
    if number is None:
        raise ValueError(name)
    return number
