"""What was handed out or moved, as a JSON document for scripts and as words for a person at a terminal."""

from __future__ import annotations

from dataclasses import asdict

from recsys_desktop.services.arriving import Arrival
from recsys_desktop.services.handing.handing_out import HandOutReport
from recsys_desktop.services.imports.import_reports import Report
from recsys_desktop.services.moving import Packed


def of_hand_out(report: HandOutReport) -> Report:
    """Describe a file that was written."""
    document: dict[str, object] = {
        "file": str(report.path),
        "what": report.what,
        "rows": report.rows,
        "empty_places": report.empty,
        "repeated": report.repeated,
        "pictures": report.pictures,
    }
    words = f"{report.rows} rows written to {report.path}."
    if report.empty:
        words += f" {report.empty} places stayed empty: too little is in stock."
    if report.repeated:
        words += f" {report.repeated} products were in the last mailing, too."
    return document, words


def of_packed(packed: Packed) -> Report:
    """Describe a shop that was packed."""
    document: dict[str, object] = {"file": str(packed.path), "bytes": packed.size, "files": packed.files, **asdict(packed.holds)}
    held = packed.holds
    return document, (
        f"{held.items} products, {held.users} customers and {held.interactions} things they did are packed in {packed.path}"
        f" ({packed.size / 1e6:.1f} MB). Who has this file has your customers' data."
    )


def of_arrival(arrival: Arrival) -> Report:
    """Describe a shop that was brought in."""
    document: dict[str, object] = {
        "file": str(arrival.path),
        "shop": arrival.shop,
        "packed": arrival.time,
        **asdict(arrival.holds),
    }
    held = arrival.holds
    return document, (
        f"Every byte of {arrival.path} is right: {held.items} products, {held.users} customers, {held.interactions} things done."
        " It takes the place of the shop here at the next start; the shop here is kept in a folder beside it."
    )
