"""Customers' cells to ids: a number or a user name as it is, what finds the person outside the shop as a code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recsys_desktop.domain.columns import USER_ID
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.cleaning.ids import clean_id
from recsys_desktop.ingest.columns.layout import Layout
from recsys_desktop.ingest.people.contact_forms import is_email, is_telephone
from recsys_desktop.ingest.people.personal import identifies_people, personal_columns
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms
from recsys_desktop.ingest.synonyms import normalised

#: What R writes where nobody is known; a product may be called so.
_NOBODY = "NA"
_GUESTS = message("import", "Some customers are named by an e-mail address or a telephone number; codes take its place.")


def customer_reader(all_of_them: bool, pseudonyms: Pseudonyms | None) -> Callable[[str], str]:
    """Return the function from a cell to the customer's id, "" where the cell holds none.

    ``all_of_them``: every cell becomes a code, else only the addresses and telephone numbers of guests among numbered customers.
    Without ``pseudonyms`` the cells stay readable.
    """

    def read(cell: str) -> str:
        customer = clean_id(cell)
        if customer == _NOBODY:
            return ""
        if pseudonyms is None:
            return customer
        return pseudonyms.of(customer) if all_of_them or is_contact(customer) else customer

    return read


def is_contact(text: str) -> bool:
    """Return whether an id is an e-mail address or a telephone number that cannot be a customer's number.

    >>> is_contact("ann@example.org"), is_contact("+49 170 1234567"), is_contact("13812345678")
    (True, True, False)
    """
    return is_email(text) or (text[:1] in "+(" and is_telephone(text))


@dataclass(frozen=True)
class People:
    """The columns about people that are never read, whether the customers' own column is such a one, and what to say of it."""

    columns: tuple[str, ...]
    are_customers: bool
    remarks: tuple[Text, ...] = ()


def look_for_people(layout: Layout, rows: Sequence[Sequence[str]]) -> People:
    """Return what a file holds about people, by its header and sample rows of its width."""
    header, platform = layout.plan.header, layout.platform
    used = {normalised(name) for name in (*layout.plan.mapping.columns.values(), *(platform.used_columns() if platform else ()))}
    used |= {normalised(header[index]) for indexes in layout.indexes.values() for index in indexes}
    columns = personal_columns(header, rows, {name for name in header if normalised(name) in used})
    cells = layout.column(USER_ID, list(zip(*rows, strict=True))) if rows else None
    customers = [cell for cell in cells or () if cell and not cell.isspace()]
    names = [header[index] for index in layout.indexes.get(USER_ID, ())]
    if names and all(identifies_people(name, customers) for name in names):
        return People(columns, are_customers=True)
    guests = any(is_contact(clean_id(cell)) for cell in customers)
    return People(columns, are_customers=False, remarks=(_GUESTS,) if guests else ())
