"""Dates in the forms shops' exports use, to whole seconds since 1970 UTC. A date without a zone is taken as UTC."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime

from recsys_desktop.ingest.cleaning.caching import UNREADABLE, UnreadableValue
from recsys_desktop.ingest.cleaning.clock import with_clock
from recsys_desktop.ingest.cleaning.month_names import month_number

_EPOCH = datetime(1970, 1, 1)
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=UTC)
_NOTHING = frozenset(
    {"", "-", "--", "nan", "nat", "null", "none", "n/a", "#n/a", "0000-00-00", "0000-00-00 00:00:00", "0000/00/00 00:00:00"}
)
#: 1970-01-01 as a spreadsheet counts its days, and the last day of 2199.
_SERIAL_EPOCH, _LAST_SERIAL = 25_569, 109_575
_SERIAL = re.compile(r"(\d{5,6})([.,]\d+)?(?:\s+0?[.,](\d+))?", re.ASCII)

_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})[日일.]?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_OF = r"(?:de\s|del\s|\s|-|/|\.)*"
_DAY_NAME = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?\.?{_OF}([^\W\d_]{{3,12}})\.?{_OF},?\s*(\d{{4}}|\d{{2}})(?!\d)", re.IGNORECASE
)
_NAME_DAY = re.compile(r"([^\W\d_]{3,12})\.?[-/\s]*(\d{1,2})(?:st|nd|rd|th)?[-/,\s]+(\d{4}|\d{2})(?!\d)", re.IGNORECASE)
_YEAR_NAME = re.compile(r"(\d{4})[-/.\s]+([^\W\d_]{3,12})\.?[-/.\s]+(\d{1,2})(?!\d)")
_WEEKDAY = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar(?=di|tes|\.?,?\s\d)|mer|jeu|ven|sam|dim"
    r"|mié|jue|vie|sáb|dom|mo|di|mi|do|fr|sa|so)[a-zäéíáì]*\.?,?\s+(?=\d|[^\W\d_]{3})|星期.\s*|周.\s*",
    re.IGNORECASE,
)
_WEEKDAY_BEHIND = re.compile(r"\s*[(（\[](?:[^\W\d_]{1,12})\.?[)）\]]|\s*(?:星期|周|週)[一二三四五六日天]|\s*[月火水木金土日]曜日?")


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Return whether a column writes 31/12 (True) or 12/31 (False); None where its cells leave both open.

    >>> day_comes_first(["03/04/2018", "28/01/2018"]), day_comes_first(["08/14/25"]), day_comes_first(["01/02/2018"])
    (True, False, None)
    """
    day_first = month_first = 0
    for text in texts:
        found = _year_last(text)
        if found is None:
            continue
        if found[2] == "." or int(found[1]) > 12:
            day_first += 1
        elif int(found[3]) > 12:
            month_first += 1
    return None if day_first == month_first else day_first > month_first


def is_ambiguous(texts: Iterable[str]) -> bool:
    """Return whether a column holds dates such as 01/02/2018 and nothing that settles which is the month."""
    held = [text for text in texts if _year_last(text)]
    return bool(held) and day_comes_first(held) is None


def are_serial(texts: Iterable[str]) -> bool:
    """Return whether a column holds a spreadsheet's day numbers (45123.5) and nothing else.

    >>> are_serial(["45123.5", "", "45124"]), are_serial(["45123", "2024-01-01"]), are_serial(["17850"])
    (True, False, False)
    """
    filled = [text.strip() for text in texts if text.strip()]
    return bool(filled) and all(map(_is_serial, filled))


def _is_serial(text: str) -> bool:
    found = _SERIAL.fullmatch(text)
    return found is not None and _SERIAL_EPOCH <= int(found[1]) < _LAST_SERIAL


def _year_last(text: str) -> re.Match[str] | None:
    text = text.strip()
    return _YEAR_LAST.match(text if text.isascii() else unicodedata.normalize("NFKC", text))


class DateReader:
    """Reads the dates of one column; ``day_first`` settles 01/02/2018, ``serial`` that 45123.5 is a spreadsheet's day number.

    >>> DateReader(True).parse("2026-09-03 10:15:00 -0400") == DateReader(True).parse("2026-09-03 14:15")
    True
    """

    def __init__(self, day_first: bool, serial: bool = False) -> None:
        self._day_first = day_first
        self._serial = serial

    def parse(self, text: str) -> int | UnreadableValue | None:
        """Return seconds since 1970 UTC, None where the cell is empty, UNREADABLE where it holds no date from 1970 to 2199."""
        try:
            seconds = self._seconds(text)
        except (ValueError, OverflowError):
            return UNREADABLE
        if seconds is not None and not 0 <= seconds < 7_258_118_400:
            return UNREADABLE
        return seconds

    def _seconds(self, text: str) -> int | None:
        text = text.strip()
        if text[:1].isdigit() and text.isascii():
            if self._serial and _is_serial(text):
                return _from_serial(text)
            if text.replace(".", "", 1).isdigit() and text.count(".") < 2:
                return _from_digits(text)
            try:
                return _seconds_of(datetime.fromisoformat(text))
            except ValueError:
                pass
        text = unicodedata.normalize("NFKC", text).strip().strip("'\"").strip()
        if text.startswith('="'):
            text = text[2:].strip()
        if text.lower() in _NOTHING:
            return None
        return self._from_words(text)

    def _from_words(self, text: str) -> int:
        """Read a date in words and a clock behind it."""
        for said in (text, _WEEKDAY.sub("", text, count=1)):
            for pattern in (_YEAR_FIRST, _YEAR_LAST, _DAY_NAME, _NAME_DAY, _YEAR_NAME):
                found = pattern.match(said)
                if found is not None:
                    day = self._day(pattern, found)
                    return _seconds_of(with_clock(day, _WEEKDAY_BEHIND.sub("", said[found.end() :], count=1)))
        raise ValueError(text)

    def _day(self, pattern: re.Pattern[str], found: re.Match[str]) -> datetime:
        if pattern is _YEAR_FIRST:
            return datetime(int(found[1]), int(found[2]), int(found[3]))
        if pattern is _YEAR_LAST:
            first, second = int(found[1]), int(found[3])
            day, month = (first, second) if self._day_first or found[2] == "." else (second, first)
            return datetime(_full_year(found[4]), month, day)
        if pattern is _YEAR_NAME:
            return datetime(int(found[1]), month_number(found[2]), int(found[3]))
        name, day_text = (found[2], found[1]) if pattern is _DAY_NAME else (found[1], found[2])
        return datetime(_full_year(found[3]), month_number(name), int(day_text))


def _from_serial(text: str) -> int:
    """Read a spreadsheet's day number, its fraction a time of day, which may stand in a column of its own behind it."""
    found = _SERIAL.fullmatch(text)
    assert found is not None
    fraction = found[3] or (found[2] or ".0")[1:]
    return (int(found[1]) - _SERIAL_EPOCH) * 86_400 + round(float(f"0.{fraction}") * 86_400)


def _from_digits(text: str) -> int:
    """Read 20161105, 201611051230, 20161105123000, or seconds or milliseconds since 1970."""
    whole = text.partition(".")[0]
    if len(whole) in (8, 12, 14) and "." not in text and whole[:2] in ("19", "20", "21"):
        return _seconds_of(datetime.strptime(whole.ljust(14, "0"), "%Y%m%d%H%M%S"))
    if len(whole) in (9, 10):
        return int(whole)
    if len(whole) in (12, 13):
        return int(whole) // 1000
    if len(whole) == 16:
        return int(whole) // 1_000_000
    raise ValueError(text)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _seconds_of(moment: datetime) -> int:
    elapsed = moment - (_EPOCH if moment.tzinfo is None else _EPOCH_UTC)
    return elapsed.days * 86_400 + elapsed.seconds
