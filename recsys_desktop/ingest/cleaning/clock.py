"""The time of day behind a date, with its half of the day and its zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_CLOCK = re.compile(
    r"(?P<before>上午|下午|午前|午後|오전|오후|[AP]M)?\s*"
    r"(?P<hour>\d{1,2})\s?[:时時시点h.]\s?(?P<minute>\d{1,2})(?:\s?[:分분.]\s?(?P<second>\d{1,2})(?:[.,]\d+)?[秒초]?)?[分분]?"
    r"\s*(?P<after>[AP]\.?\s?M\.?)?\s*(?:Uhr|hs?\.?)?\s*(?P<zone>(?:Z|UTC|GMT)?(?:[+-]\d{1,2}(?::?\d{2})?)?)?\s*\(?(?P<name>[A-Z]{3,5})?\)?",
    re.IGNORECASE,
)
#: What may stand between a date and its clock.
_BETWEEN = re.compile(r"[\s,T]*(?:à|um|at|a las|alle|om|às|в)?\s*", re.IGNORECASE)
#: Hours from UTC of zones that platforms write and that mean one thing only: "CST" and "IST" do not.
_ZONES = {"PST": -8, "PDT": -7, "MST": -7, "MDT": -6, "EST": -5, "EDT": -4, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1}
_ZONES |= {"MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "BRT": -3}
_LATE, _EARLY = ("pm", "下午", "午後", "오후"), ("am", "上午", "午前", "오전")


def with_clock(day: datetime, clock: str) -> datetime:
    """Return the day with the time of day that follows it, in UTC where it names its zone. Raises ValueError.

    >>> with_clock(datetime(2016, 12, 5), ", 3:07 pm").isoformat(), with_clock(datetime(2016, 12, 5), " 23:00 PST").isoformat()
    ('2016-12-05T15:07:00', '2016-12-06T07:00:00')
    """
    clock = clock[_between(clock) :].strip()
    if not clock:
        return day
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise ValueError(clock)
    hour = int(found["hour"])
    half = (found["before"] or found["after"] or "").lower().replace(".", "").replace(" ", "")
    if half in _LATE and hour < 12:
        hour += 12
    elif half in _EARLY and hour == 12:
        hour = 0
    moment = day.replace(hour=hour, minute=int(found["minute"]), second=int(found["second"] or 0))
    return moment - _offset(found["zone"] or "", found["name"] or "")


def _between(clock: str) -> int:
    found = _BETWEEN.match(clock)
    return found.end() if found is not None else 0


def _offset(zone: str, name: str) -> timedelta:
    """Return how far a zone is ahead of UTC; a name that may mean several zones counts as none."""
    sign = max(zone.find("+"), zone.find("-"))
    if sign < 0:
        return timedelta(hours=_ZONES.get(name.upper(), 0))
    digits = zone[sign + 1 :].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return ahead if zone[sign] == "+" else -ahead
