"""Prices, shares and times in the words and digits of the person's language."""

from __future__ import annotations

import datetime as dt
import html
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QDateTime, QLocale

from recsys_desktop.domain.currencies import SIGNS, WHOLE_UNITS
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.texts import words


def money(amount: float, currency: str) -> str:
    """Return an amount with its currency: ``£4.95``; without a currency, the number alone."""
    digits = 0 if currency.upper() in WHOLE_UNITS else 2
    number = QLocale().toString(float(amount), "f", digits)
    sign = SIGNS.get(currency.upper())
    if sign is not None:
        return f"{sign}{number}"
    if len(currency) == 1:
        return f"{currency}{number}"
    return f"{number} {currency}".rstrip()


def price(item: Item) -> str:
    """Return the item's price, "" where the shop does not say."""
    return "" if item.price is None else money(item.price, item.currency)


def price_band(low: float, high: float, currency: str) -> str:
    """Return ``£2.00 – £6.00``, one price where both are equal."""
    return money(low, currency) if low == high else f"{money(low, currency)} – {money(high, currency)}"


def percent(share: float) -> str:
    """Return a share in 0..1 as whole per cent."""
    return words(message("formats", "{number} %").fill(number=QLocale().toString(round(share * 100))))


def percents_of(total: float, shares: Sequence[float]) -> list[float]:
    """Return what per cent of ``total`` each share is, to one decimal, so that the rounded ones still add up to 100.

    ``shares`` sum to ``total``. The rest left by rounding goes to those that were cut most (largest remainders). Where the total is
    not positive, nothing is "of the total": the shares are then compared with the sum of their sizes.

    >>> percents_of(1.0, [1 / 3, 1 / 3, 1 / 3])
    [33.4, 33.3, 33.3]
    >>> percents_of(0.0, [0.1, -0.1])
    [50.0, -50.0]
    """
    sizes = sum(abs(share) for share in shares)
    if sizes == 0.0:
        return [0.0] * len(shares)
    base = total if total > 0.0 else sizes
    exact = [share / base * 1000 for share in shares]
    floors = [int(value // 1) for value in exact]
    missing = round(sum(exact)) - sum(floors)
    by_remainder = sorted(range(len(shares)), key=lambda index: (floors[index] - exact[index], index))
    for index in by_remainder[:missing]:
        floors[index] += 1
    return [value / 10 for value in floors]


def one_decimal(value: float) -> str:
    """Return a percentage with one decimal: ``33.4 %``."""
    return words(message("formats", "{number} %").fill(number=QLocale().toString(value, "f", 1)))


def when(seconds: int | None, now: float | None = None) -> str:
    """Return a time as people say it: today 10:42, yesterday, 9 days ago, or the date; "" where no time is known."""
    if seconds is None or seconds < 0:
        return ""
    moment = dt.datetime.fromtimestamp(seconds)
    days = (dt.date.fromtimestamp(time.time() if now is None else now) - moment.date()).days
    if days == 0:
        clock = QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), "HH:mm")
        return words(message("formats", "today {time}").fill(time=clock))
    if days == 1:
        return words(message("formats", "yesterday"))
    if 1 < days < 31:
        return words(message("formats", "{days} days ago").fill(days=days))
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds).date(), QLocale.FormatType.ShortFormat)


def file_size(size: int) -> str:
    """Return a number of bytes as people say it: ``12.3 MB``."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def group_of(item: Item) -> str:
    """Return the innermost part of the item's category path: ``Kitchen > Mugs`` is ``Mugs``."""
    return item.category.rpartition(">")[2].strip()


def end_of_path(path: str, fits: Callable[[str], bool]) -> str:
    """Return as much of a category path as fits, cut before one of its parts: the end is what tells paths apart.

    >>> end_of_path("Paper > Notebooks > Ruled", lambda text: len(text) <= 22)
    '… > Notebooks > Ruled'
    """
    parts = path.split(" > ")
    shorter = [path, *("… > " + " > ".join(parts[first:]) for first in range(1, len(parts)))]
    return next((text for text in shorter if fits(text)), shorter[-1])


def tooltip(text: str) -> str:
    """Return a tool tip that shows ``text`` as it is written, wrapped: Qt would otherwise guess that ``<b>`` is meant as markup."""
    return f"<p>{html.escape(text)}</p>" if text else ""
