"""E-mail addresses for a mailing, out of a file of the shop: looked up while it is written, and never stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.cleaning.ids import clean_id
from recsys_desktop.ingest.formats.sniffing import best_guess
from recsys_desktop.ingest.people.contact_forms import is_email
from recsys_desktop.ingest.readers.tables import blocks, sample
from recsys_desktop.services.pseudonyms import coder
from recsys_desktop.services.shop import Shop

_READING = message("handouts", "Looking for addresses in {name}")


def addresses_in(shop: Shop, path: Path, progress: Progress) -> dict[UserId, str]:
    """Return the addresses of the shop's customers that a file holds: one of its customers or its orders, in any form it exports.

    A row belongs to a customer where the address is what the customer's code stands for, or else where the column that names
    customers best, counted by how many different ones, names one. Of several addresses of a customer the last one counts.

    Raises: Cancelled; RecsysError no_addresses, and those of opening a file.
    """
    known = frozenset(shop.users.keys()[1])
    code = coder(shop)
    found = {user: user.strip() for user in known if is_email(user.strip())}  # who is known by it needs no row
    by_column: dict[int, dict[UserId, str]] = defaultdict(dict)
    rows = 0
    for row in _rows(path, progress):
        address = next((cell.strip() for cell in row if is_email(cell.strip())), "")
        if not address:
            continue
        rows += 1
        if code is not None and (customer := code(address)) in known:
            found[customer] = address
            continue
        for column, cell in enumerate(row):
            if (name := UserId(clean_id(cell))) in known:
                by_column[column][name] = address
    # Numbers of pieces or prices may be customers' numbers too, but never of so many different customers.
    named = max(by_column.values(), key=len, default={})
    found = {**named, **found}
    if not found:
        raise _no_addresses(path, rows)
    return found


def _rows(path: Path, progress: Progress) -> Iterator[Sequence[str]]:
    label = _READING.fill(name=path.name)
    progress.report(0, 0, label)
    table = sample(path, best_guess(path))
    yield table.header  # a list of bare addresses has none
    for block in blocks(path, table.format, table.header):
        progress.report(0, 0, label)
        yield from block.rows


def _no_addresses(path: Path, rows: int) -> RecsysError:
    return RecsysError(
        "no_addresses",
        message("handouts", "{name} holds no address of a customer of this shop ({rows} addresses were read).").fill(
            name=path.name, rows=rows
        ),
        message(
            "handouts", "Choose a file with the customers' numbers and their e-mail addresses, such as the orders you imported."
        ),
    )
