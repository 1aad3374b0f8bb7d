"""Dates in the forms shops' exports use, to whole seconds since 1970 UTC. A date without a zone is taken as UTC."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from recsys_desktop.ingest.cleaning.caching import UNREADABLE, UnreadableValue

_EPOCH = datetime(1970, 1, 1)
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=UTC)
_NOTHING = frozenset({"", "-", "--", "nan", "nat", "null", "none", "n/a", "#n/a", "0000-00-00", "0000-00-00 00:00:00"})
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
#: First letters of month names; German, French, Spanish, Italian and Dutch where they differ from English.
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
_MONTH_NUMBERS |= {"mär": 3, "mrz": 3, "maa": 3, "mai": 5, "mei": 5, "okt": 10, "dez": 12, "dic": 12, "déc": 12}
_MONTH_NUMBERS |= {"ene": 1, "gen": 1, "fév": 2, "fev": 2, "avr": 4, "abr": 4, "mag": 5, "giu": 6, "lug": 7, "aoû": 8, "ago": 8}
_MONTH_NUMBERS |= {"set": 9, "ott": 10}

_CLOCK = re.compile(
    r"(?P<before>上午|下午|AM|PM)?\s*(?P<hour>\d{1,2})[:时点](?P<minute>\d{1,2})(?:[:分](?P<second>\d{1,2})(?:[.,]\d+)?秒?)?分?"
    r"\s*(?P<after>[AP]\.?M\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*\(?[A-Z]{3,5}\)?)?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?[-/\s]*([^\W\d_]{3,10})\.?[-/,\s]*(\d{4}|\d{2})")
_NAME_DAY = re.compile(r"([^\W\d_]{3,10})\.?[-/\s]*(\d{1,2})(?:st|nd|rd|th)?[-/,\s]+(\d{4}|\d{2})")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|星期.\s*", re.IGNORECASE)


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Return whether a column writes 31/12 (True) or 12/31 (False); None where its cells leave both open.

    >>> day_comes_first(["03/04/2018", "28/01/2018"]), day_comes_first(["08/14/25"]), day_comes_first(["01/02/2018"])
    (True, False, None)
    """
    day_first = month_first = 0
    for text in texts:
        found = _YEAR_LAST.match(text.strip())
        if found is None:
            continue
        if found[2] == "." or int(found[1]) > 12:
            day_first += 1
        elif int(found[3]) > 12:
            month_first += 1
    return None if day_first == month_first else day_first > month_first


def is_ambiguous(texts: Iterable[str]) -> bool:
    """Return whether a column holds dates such as 01/02/2018 and nothing that settles which is the month."""
    held = [text for text in texts if _YEAR_LAST.match(text.strip())]
    return bool(held) and day_comes_first(held) is None


class DateReader:
    """Reads the dates of one column; ``day_first`` settles 01/02/2018."""

    def __init__(self, day_first: bool) -> None:
        self._day_first = day_first

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
            if text.replace(".", "", 1).isdigit():
                return _from_digits(text)
            try:
                return _seconds_of(datetime.fromisoformat(text))
            except ValueError:
                pass
        text = unicodedata.normalize("NFKC", text).strip()
        if text.lower() in _NOTHING:
            return None
        return self._from_words(_WEEKDAY.sub("", text, count=1))

    def _from_words(self, text: str) -> int:
        """Read a date in words and a clock behind it."""
        for pattern in (_YEAR_FIRST, _YEAR_LAST, _DAY_NAME, _NAME_DAY):
            found = pattern.match(text)
            if found is not None:
                day = self._day(pattern, found)
                return _seconds_of(_with_clock(day, text[found.end() :].lstrip(" ,T星期一二三四五六日\t")))
        raise ValueError(text)

    def _day(self, pattern: re.Pattern[str], found: re.Match[str]) -> datetime:
        if pattern is _YEAR_FIRST:
            return datetime(int(found[1]), int(found[2]), int(found[3]))
        if pattern is _YEAR_LAST:
            first, second = int(found[1]), int(found[3])
            day, month = (first, second) if self._day_first or found[2] == "." else (second, first)
            return datetime(_full_year(found[4]), month, day)
        name, day_text = (found[2], found[1]) if pattern is _DAY_NAME else (found[1], found[2])
        number = _MONTH_NUMBERS.get(name[:3].lower())
        if number is None:
            raise ValueError(name)
        return datetime(_full_year(found[3]), number, int(day_text))


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


def _with_clock(day: datetime, clock: str) -> datetime:
    """Return the day with the time of day that follows it, in its zone if it names one."""
    if not clock:
        return day
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise ValueError(clock)
    hour = int(found["hour"])
    half = (found["before"] or found["after"] or "").lower().replace(".", "")
    if half in ("pm", "下午") and hour < 12:
        hour += 12
    elif half in ("am", "上午") and hour == 12:
        hour = 0
    moment = day.replace(hour=hour, minute=int(found["minute"]), second=int(found["second"] or 0))
    zone = found["zone"] or ""
    if zone[:1] in ("+", "-"):
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
        moment = moment - offset if zone[0] == "+" else moment + offset
    return moment


def _seconds_of(moment: datetime) -> int:
    elapsed = moment - (_EPOCH if moment.tzinfo is None else _EPOCH_UTC)
    return elapsed.days * 86_400 + elapsed.seconds
