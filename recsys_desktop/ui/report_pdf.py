"""The report of a shop on paper: some pages of words, tables and bars, as a PDF file."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.handouts.prices import price_text
from recsys_desktop.handouts.whole_file import cannot_write, written_whole
from recsys_desktop.services.handing.shop_report import ShopReport
from recsys_desktop.services.learning.evaluation_log import KeptEvaluation
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import percent
from recsys_desktop.ui.texts import number, words

_MARGIN_MM = 18.0
#: Paper is white, whatever the window's colours are.
_INK = theme.LIGHT
_STYLE = f"""
body {{ color: {_INK.text}; font-size: 10pt; }}
h1 {{ font-size: 20pt; margin-bottom: 0; }} h2 {{ font-size: 13pt; margin-top: 18px; margin-bottom: 4px; }}
p {{ margin-top: 0; margin-bottom: 6px; }} .quiet {{ color: {_INK.muted}; }}
th {{ text-align: left; color: {_INK.muted}; font-weight: normal; }} td, th {{ padding: 3px 8px 3px 0; }}
"""


def write_report(report: ShopReport, path: Path) -> None:
    """Write the report, whole or not at all, in the language of the window.

    May run on any thread while the application lives. Raises: RecsysError cannot_write.
    """
    with written_whole(path) as partial:
        writer = QPdfWriter(str(partial))
        writer.setTitle(words(_title(report)))
        writer.setCreator("recsys_desktop")
        writer.setPageLayout(QPageLayout(_page_size(), QPageLayout.Orientation.Portrait, _margins(), QPageLayout.Unit.Millimeter))
        document = QTextDocument()
        document.setDefaultFont(theme.font())
        document.setDefaultStyleSheet(_STYLE)
        document.setHtml(f"<body>{''.join(_parts(report))}</body>")
        document.print_(writer)
        del document, writer  # which writes the end of the file
        if not partial.exists() or not partial.stat().st_size:
            raise cannot_write(path, words(message("report", "the file stayed empty")))


def _page_size() -> QPageSize:
    """Return Letter where it is what printers hold, else A4."""
    american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)


def _margins() -> QMarginsF:
    return QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)


def _parts(report: ShopReport) -> list[str]:
    return [_head(report), _holds(report), _help(report), _shows(report), _categories(report), _never(report)]


def _title(report: ShopReport) -> Text:
    named = message("report", "Recommendations of {shop}").fill(shop=report.shop)
    return named if report.shop else message("report", "Recommendations of the shop")


def _head(report: ShopReport) -> str:
    day = _day(report.time)
    said = message("report", "Report of {day}, made on this computer; nothing has left it.").fill(day=day)
    return f"<h1>{_said(_title(report))}</h1><p class='quiet'>{_said(said)}</p>"


def _holds(report: ShopReport) -> str:
    state = report.state
    rows = [
        (message("report", "Products"), number(state.items)),
        (message("report", "Customers"), number(state.users)),
        (message("report", "Purchases and other actions"), number(state.interactions)),
    ]
    if state.first_time is not None and state.last_time is not None:
        rows.append((message("report", "From … to"), f"{_day(state.first_time)} – {_day(state.last_time)}"))
    rows.append((message("report", "Model in use"), number(state.model_version)))
    return _heading(message("report", "What the shop holds")) + _table([], [[_said(name), _plain(value)] for name, value in rows])


def _help(report: ShopReport) -> str:
    head = _heading(message("report", "Do the lists help?"))
    if report.evaluation is None:
        return head + _sentence(message("report", "That was not tried yet: open Insights and let the last weeks be replayed."))
    kept = report.evaluation
    said = _sentence(kept.report.verdict)
    day = _day(kept.time)
    note = message("report", "Replayed on {day}.").fill(day=day)
    if kept.outdated:
        note = message("report", "Replayed on {day}; the shop has changed since.").fill(day=day)
    return head + said + _bars(kept) + f"<p class='quiet'>{_said(note)}</p>"


def _bars(kept: KeptEvaluation) -> str:
    """Return how many customers would have seen what they then bought, as bars with their numbers."""
    hits, customers = kept.report.hits, kept.report.customers
    ways = (
        ("ours", message("report", "These lists"), _INK.chart_1),
        ("popularity", message("report", "Bestseller list"), _INK.chart_2),
    )
    longest = max(1, *(hits[way] for way, _, _ in ways))
    rows = []
    for way, name, colour in ways:
        told = message("report", "{hits} of {customers}").fill(hits=hits[way], customers=customers)
        rows.append([_said(name), _bar(hits[way] / longest, colour), _said(told)])
    return _table([], rows, widths=(22, 60, 18))


def _shows(report: ShopReport) -> str:
    share = percent(report.shown / report.state.items) if report.state.items else percent(0)
    said = message("report", "{shown} of {items} products ({share}) stand in at least one of the lists of {customers} customers.")
    sentence = _sentence(said.fill(shown=report.shown, items=report.state.items, share=share, customers=report.customers))
    head = [message("report", "Product"), message("report", "Category"), message("report", "Price"), message("report", "Lists")]
    rows = [
        [_plain(one.item.title), _plain(one.item.category), _plain(price_text(one.item)), number(one.lists)] for one in report.top
    ]
    return _heading(message("report", "What the lists show")) + sentence + _table(head, rows, widths=(44, 32, 12, 12))


def _categories(report: ShopReport) -> str:
    if not report.categories:
        return ""
    longest = max(max(one.of_catalogue, one.of_lists) for one in report.categories)
    head = [message("report", "Category"), message("report", "Of the catalogue"), message("report", "Of the lists"), None]
    rows = [
        [
            _plain(one.name),
            _plain(percent(one.of_catalogue)),
            _plain(percent(one.of_lists)),
            _bar(one.of_catalogue / longest, _INK.border) + _bar(one.of_lists / longest, _INK.chart_1),
        ]
        for one in report.categories
    ]
    return _heading(message("report", "Which shelves they come from")) + _table(head, rows, widths=(28, 16, 16, 40))


def _never(report: ShopReport) -> str:
    head = _heading(message("report", "What no list shows"))
    if not report.never_count:
        return head + _sentence(message("report", "Every product that can be bought stands in at least one list."))
    said = message("report", "{count} products that can be bought stand in no list.").fill(count=report.never_count)
    names = message("report", "Among them: {names}.").fill(names="; ".join(item.title for item in report.never))
    hint = message(
        "report", "A richer description, or the slider for rarely bought products on the Rules page, brings them forward."
    )
    return head + _sentence(said) + _sentence(names) + f"<p class='quiet'>{_said(hint)}</p>"


def _table(head: Sequence[Text | None], rows: Sequence[Sequence[str]], widths: Sequence[int] = ()) -> str:
    """Return a table; cells are markup already."""
    width = [f" width='{share}%'" for share in widths] or [""] * 9
    names = "".join(f"<th{width[place]}>{'' if name is None else _said(name)}</th>" for place, name in enumerate(head))
    lines = "".join("<tr>" + "".join(f"<td{width[place]}>{cell}</td>" for place, cell in enumerate(row)) + "</tr>" for row in rows)
    full = " width='100%'" if widths else ""
    return f"<table cellspacing='0' cellpadding='0'{full}>{f'<thead><tr>{names}</tr></thead>' if head else ''}{lines}</table>"


def _bar(share: float, colour: str) -> str:
    """Return a bar of a share, 0 to 1, of the longest one."""
    wide = min(99, max(1, round(99 * share)))  # Qt minds the widths of cells, not those of tables
    style = "style='padding:0;font-size:5pt'"
    cells = f"<td width='{wide}%' bgcolor='{colour}' {style}>&nbsp;</td><td width='{100 - wide}%' {style}>&nbsp;</td>"
    return f"<table cellspacing='0' cellpadding='0' width='100%'><tr>{cells}</tr></table>"


def _heading(text: Text) -> str:
    return f"<h2>{_said(text)}</h2>"


def _sentence(text: Text) -> str:
    return f"<p>{_said(text)}</p>"


def _said(text: Text) -> str:
    return _plain(words(text))


def _plain(text: str) -> str:
    return html.escape(text)


def _day(seconds: int) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds).date(), QLocale.FormatType.LongFormat)
