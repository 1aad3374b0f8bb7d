"""Which products say too little to be understood, what to add, and where it would help most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.text.faults import Fault, faults_of
from recsys_desktop.services.shop import Shop

_LOOKING = message("text_coach", "Looking at the texts of your products")
_ROWS_A_REPORT = 2_000
#: How much of what a text can do each fault costs. Measured as ``text_gain.py`` does it: of 100 buyers of a
#: product treated as new, 54 are found by its whole text, 37 by two words, 19 by a number (Online Retail; in the sample shop 37, 25
#: and 24). Texts in other letters, twins and categories cannot be measured so; they are set between.
_COST = {Fault.CODE: 1.0, Fault.THIN: 0.6, Fault.OTHER_WRITING: 0.6, Fault.TWIN: 0.4, Fault.NO_CATEGORY: 0.2}
#: What a product that cannot be bought, or is kept out of all lists, is worth beside one that is sold.
_OUT_OF_SALE = 0.2

_WHAT = {
    Fault.CODE: message("text_coach", "The title is only a number or a code."),
    Fault.THIN: message("text_coach", "The title is short, and there is no description."),
    Fault.OTHER_WRITING: message("text_coach", "Written in other letters than your other products."),
    Fault.TWIN: message("text_coach", "Word for word like another product."),
    Fault.NO_CATEGORY: message("text_coach", "No category."),
}
_TO_DO = {
    Fault.CODE: message("text_coach", "Write what it is, as you would say it to a customer."),
    Fault.THIN: message("text_coach", "Add what it is made of, for whom and for what: a sentence is enough."),
    Fault.OTHER_WRITING: message("text_coach", "Add a title in the language of the others, so that likeness can be seen."),
    Fault.TWIN: message("text_coach", "Add what tells them apart: colour, size, material."),
    Fault.NO_CATEGORY: message("text_coach", "Give it the category of its neighbours."),
}


@dataclass(frozen=True)
class TextFault:
    """A product whose text could say more: what is wrong and what to add, and how many customers have it already."""

    item: Item
    faults: tuple[Fault, ...]  # the gravest first, at least one
    buyers: int

    @property
    def what(self) -> Text:
        """What is wrong, in words."""
        return _WHAT[self.faults[0]]

    @property
    def to_do(self) -> Text:
        """What to add."""
        return _TO_DO[self.faults[0]]


@dataclass(frozen=True)
class TextAdvice:
    """All products whose text could say more, those first where it would help most."""

    faults: tuple[TextFault, ...]
    counts: dict[Fault, int]  # of the products with each fault
    items: int  # of the catalogue


def coach(shop: Shop, progress: Progress) -> TextAdvice:
    """Look at all texts; 2 s for 100,000 products.

    A text helps most where nothing else speaks for a product: the fewer customers have it, the more depends on its words.

    Raises: Cancelled.
    """
    keys, items = [], []
    total = shop.catalogue.count()
    for done, (key, item) in enumerate(shop.catalogue.iterate()):
        if done % _ROWS_A_REPORT == 0:
            progress.report(done, total, _LOOKING)
        keys.append(key)
        items.append(item)
    found = faults_of(items)
    progress.raise_if_cancelled()
    buyers = Events.of(shop.interactions.load(), np.array(keys, np.int64)).buyers(len(keys))
    hidden = set(shop.scenarios.hidden())
    faulty = [TextFault(item, faults, int(own)) for item, faults, own in zip(items, found, buyers.tolist(), strict=True) if faults]
    helped = {id(one): _help(one, one.item.item_id in hidden) for one in faulty}
    faulty.sort(key=lambda one: (-helped[id(one)], one.item.title.casefold(), one.item.item_id))
    return TextAdvice(tuple(faulty), dict(Counter(fault for one in faulty for fault in one.faults)), total)


def _help(one: TextFault, hidden: bool) -> float:
    out_of_sale = hidden or (one.item.stock is not None and one.item.stock <= 0)
    return max(_COST[fault] for fault in one.faults) / (1 + one.buyers) * (_OUT_OF_SALE if out_of_sale else 1.0)
