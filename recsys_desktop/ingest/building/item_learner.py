"""Products learnt from order lines: each code's most frequent name, its latest price, and what else the lines say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recsys_desktop.domain.columns import BRAND, CATEGORY, CURRENCY, DESCRIPTION, IMAGE, PRICE, TAGS, TITLE, URL, ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ingest.cleaning.lists import category_path, first_address, split_tags
from recsys_desktop.ingest.cleaning.plain_text import plain_text
from recsys_desktop.ingest.columns.layout import Layout

_TEXT_FIELDS = (DESCRIPTION, CATEGORY, TAGS, BRAND, CURRENCY, URL, IMAGE)


class ItemLearner:
    """Collects what order lines say about products; its memory grows with the products, not with the lines."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._titles: Counter[tuple[str, str]] = Counter()
        self._prices: dict[str, float] = {}
        self._texts: dict[str, dict[str, str]] = {field: {} for field in _TEXT_FIELDS if layout.has(field)}
        self._bought: set[str] = set()

    def learn(
        self, items: Sequence[str], columns: Sequence[Sequence[str]], prices: Sequence[object] | None, bought: Sequence[str]
    ) -> None:
        """Take in sale lines: their ids, their cells by column, their prices, and the ids that a known customer bought."""
        titles = self._layout.column(TITLE, columns)
        if titles is not None:
            self._titles.update(zip(items, titles, strict=True))
        if prices is not None:
            self._prices.update((item, price) for item, price in zip(items, prices, strict=True) if isinstance(price, float))
        for field, known in self._texts.items():
            cells = self._layout.column(field, columns)
            if cells is not None:
                known.update((item, cell) for item, cell in zip(items, cells, strict=True) if cell and not cell.isspace())
        self._bought.update(bought)

    def items(self) -> list[Item]:
        """Return the products. A code no customer bought that differs from a bought one in case only is a slip, not a product."""
        names: dict[str, tuple[int, str]] = {}
        for (item, title), count in self._titles.items():
            cleaned = plain_text(title)
            if cleaned and count > names.get(item, (0, ""))[0]:
                names[item] = (count, cleaned)
        bought = {item.casefold() for item in self._bought}
        slips = {item for item in names if item not in self._bought and item.casefold() in bought}
        return [self._item(item, title) for item, (_, title) in names.items() if item not in slips]

    def _item(self, item: str, title: str) -> Item:
        texts = {field: known.get(item, "") for field, known in self._texts.items()}
        conventions = self._layout.plan.conventions
        return Item(
            ItemId(item),
            title,
            description=plain_text(texts.get(DESCRIPTION, "")),
            category=category_path(texts.get(CATEGORY, ""), conventions.category_between, conventions.category_levels),
            tags=split_tags(texts.get(TAGS, "")),
            brand=plain_text(texts.get(BRAND, "")),
            price=self._prices.get(item) if self._layout.has(PRICE) else None,
            currency=texts.get(CURRENCY, "").strip(),
            url=texts.get(URL, "").strip(),
            image=first_address(texts.get(IMAGE, "")),
        )
