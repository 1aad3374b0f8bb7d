"""Which columns of a file are about people rather than products: they are told to the person and never read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from recsys_desktop.ingest.people.contact_forms import is_email, is_network_address, is_person_name, is_telephone, share
from recsys_desktop.ingest.people.personal_words import NAMES_OF_CUSTOMERS, OWNED, OWNERS, PLAIN, THINGS
from recsys_desktop.ingest.synonyms import normalised, without_brackets

#: Share of a column's filled cells that must be of a form; fewer filled cells than :data:`_FEW` say nothing.
_MOST = 0.6
_FEW = 3
#: A number behind a name ("Address 2", "Street 1", "Tel.1") means one more of the same.
_COUNTED = re.compile(r"(?:line)?\d$")
#: Words of a name in letters that have capitals; other scripts are searched as they are.
_WORD = re.compile(r"[A-ZÀ-ÞА-Я]?[a-zß-ÿа-я]+|[A-ZÀ-ÞА-Я]+(?![a-zß-ÿа-я])|[^\W\d_a-zA-Zß-ÿÀ-ÞА-Яа-я]+")


def personal_columns(header: Sequence[str], rows: Sequence[Sequence[str]], used: Collection[str] = ()) -> tuple[str, ...]:
    """Return the columns with people's names, addresses, telephone numbers, messages and the like, in the header's order.

    ``rows`` are sample rows of the header's width; ``used`` are columns that are read as something else and never personal.

    >>> personal_columns(["Name", "Billing Name", "Lineitem name", "Email", "City"], [], {"Name"})
    ('Billing Name', 'Email', 'City')
    """
    certain, likely = set(), set()
    for index, name in enumerate(header):
        if name in used or is_about_things(name):
            continue
        how = _how_personal(name)
        if how == "certain" or (how != "likely" and _is_personal_by_form([row[index] for row in rows])):
            certain.add(name)
        elif how == "likely":
            likely.add(name)
    found = certain | likely if certain else set()
    return tuple(name for name in header if name in found)


def identifies_people(name: str, cells: Sequence[str]) -> bool:
    """Return whether a customers' column holds what finds the person outside the shop: an address, a telephone number, a name.

    A user name stays what it is, as a number does: it is what the platform calls the customer, and the shop finds them there by it;
    nobody else learns a name or an address from it. Where such a column holds names all the same, it is not one of user names.

    >>> identifies_people("Email", []), identifies_people("Buyer", ["jane77", "bob_b"]), identifies_people("Buyer", ["Jane Doe"])
    (True, False, True)
    """
    if normalised(name) in NAMES_OF_CUSTOMERS or _core(normalised(name)) in PLAIN:
        return True
    return any(share(form, cells) >= _MOST for form in (is_email, is_telephone, is_person_name, is_network_address))


@lru_cache(maxsize=4096)
def is_about_things(name: str) -> bool:
    """Return whether a column's name says that it is about a product, the shop or a seller.

    >>> is_about_things("Product Name"), is_about_things("店铺地址"), is_about_things("Shipping Name")
    (True, True, False)
    """
    plain = unicodedata.normalize("NFKC", name)
    words = {normalised(word) for word in _WORD.findall(plain)}
    if not words.isdisjoint(THINGS):
        return _core(normalised(plain)) not in PLAIN
    folded = normalised(plain)
    chinese = any("\u3040" <= letter <= "\u9fff" for letter in folded)
    return chinese and any(thing in folded for thing in THINGS if not thing.isascii()) and folded not in PLAIN | OWNED


def _how_personal(name: str) -> str:
    """Return "certain", "likely" (it depends on the other columns) or ""."""
    return _by_name(normalised(name)) or _by_name(without_brackets(name))


def _by_name(whole: str) -> str:
    core = _core(whole)
    bare = _COUNTED.sub("", whole)
    if whole in NAMES_OF_CUSTOMERS or core in PLAIN or (core in OWNED and core != bare):
        return "certain"
    return "likely" if bare in OWNED else ""


@lru_cache(maxsize=4096)
def _core(name: str) -> str:
    """Return a normalised name without the number behind it and without whose it is, as far as something known is left."""
    core = _COUNTED.sub("", name)
    while core not in PLAIN and core not in OWNED:
        shorter = next(
            (rest for owner in OWNERS for rest in (core.removeprefix(owner), core.removesuffix(owner)) if rest != core and rest),
            None,
        )
        if shorter is None:
            return core
        core = _COUNTED.sub("", shorter)
    return core


def _is_personal_by_form(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < _FEW:
        return False
    return any(share(form, filled) >= _MOST for form in (is_email, is_telephone, is_network_address))
