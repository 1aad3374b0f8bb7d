"""How long a job still takes, in words that do not jump up and down."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

#: How far each new estimate moves the one shown.
_TRUST = 0.3
_ALMOST = 3.0


class TimeLeft:
    """Smooths the estimates of one stage of a job.

    >>> left = TimeLeft()
    >>> left.words(40.0, now=100.0)
    'about 40 s left'
    >>> left.words(140.0, now=100.0)  # one slow step does not treble it
    'about 70 s left'
    >>> left.words(None, now=100.0)
    ''
    """

    def __init__(self) -> None:
        self._end: float | None = None

    def words(self, seconds_left: float | None, now: float) -> str:
        """Return the time left for a new estimate; "" where there is none yet. ``now`` is a clock's reading in seconds."""
        if seconds_left is None:
            self._end = None
            return ""
        estimate = now + seconds_left
        self._end = estimate if self._end is None else self._end + _TRUST * (estimate - self._end)
        return _words(self._end - now)


def _words(seconds: float) -> str:
    translate = QCoreApplication.translate
    if seconds < _ALMOST:
        return translate("TimeLeft", "almost done")
    if seconds < 90:
        return translate("TimeLeft", "about {seconds} s left").format(seconds=5 * math.ceil(seconds / 5 - 1e-6))
    return translate("TimeLeft", "about {minutes} min left").format(minutes=math.ceil(seconds / 60))
