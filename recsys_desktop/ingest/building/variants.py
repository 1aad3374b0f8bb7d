"""Products that take several rows of a file: variants, pictures, daily snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from recsys_desktop.domain.columns import ITEM_ID, TITLE, ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ingest.building.verdicts import CellFault, Verdict, Verdicts
from recsys_desktop.ingest.cleaning.ids import clean_id
from recsys_desktop.ingest.cleaning.stock import ENDLESS
from recsys_desktop.ingest.columns.layout import Layout, first_filled, matching
from recsys_desktop.ingest.platforms.entry import SkipRule

_NOTHING = Item(ItemId(""), "")


@dataclass(frozen=True)
class ProductRow:
    """What one row says: its product or variant, the further ids in it, the rows above or below that it belongs to.

    ``parent`` names the product that the row is a variant of, ``claimed`` are the ids of the product's own variants.
    """

    item: Item
    names: tuple[str, ...] = ()
    unlisted: bool = False
    is_variant: bool = False
    parent: str = ""
    claimed: tuple[str, ...] = ()


@dataclass
class _Family:
    """A product with what is known of its variants so far."""

    row: ProductRow
    variants: list[Item] = field(default_factory=list)

    def settled(self) -> Item:
        """Return the product with what its variants say; one that is not for sale has none in stock."""
        item = self.row.item
        if self.variants and (self.row.claimed or self.row.parent):  # what is written beside claimed variants is no price of theirs
            variants = reduce(_merged, self.variants)
            item = replace(_merged(replace(item, price=None, stock=None), variants), price=variants.price or item.price)
        else:
            item = reduce(_merged, self.variants, item)
        if self.row.unlisted:
            return replace(item, stock=0)
        return replace(item, stock=None) if item.stock is not None and item.stock >= ENDLESS else item


class Families:
    """Files with one row per product: a row is a product, the newest of several with one id counts.

    ``names`` holds the further ids found so far and the products they mean, in the file's order; whoever takes them empties it.
    """

    #: Whether a row never goes with another one.
    _alone = True

    def __init__(self, layout: Layout) -> None:
        self.names: list[tuple[str, ItemId]] = []
        self._needs_title = layout.platform.needs_title if layout.platform else True
        self._no_id = CellFault(ITEM_ID if layout.has(ITEM_ID) else TITLE)
        self._seen: set[str] = set()

    def collect(self, rows: Sequence[ProductRow], verdicts: Verdicts) -> list[Item]:
        """Return the products that are complete; rows that only add to one get the verdict "variant" or "repeated"."""
        done: list[Item] = []
        for index, (row, verdict) in enumerate(zip(rows, verdicts.rows, strict=True)):
            if verdict is None and (given := self._take(row, done)) is not None:
                verdicts.give([index], given)
        return done

    def are_plain(self, items: Sequence[Item], verdicts: Verdicts) -> bool:
        """Return whether every row is a product of its own, not met before; they are then known. Spares large files most work."""
        ids = {item.item_id for item in items}
        whole = (
            self._alone
            and not verdicts.any_given
            and "" not in ids
            and (not self._needs_title or all(item.title for item in items))
        )
        if not whole or len(ids) < len(items) or not ids.isdisjoint(self._seen):
            return False
        self._seen |= ids
        return True

    def rest(self) -> list[Item]:
        """Return the products that waited for further rows."""
        return []

    def _take(self, row: ProductRow, done: list[Item]) -> Verdict:
        """Take in one row; return its verdict, None for a product."""
        fault = self._fault(row)
        if fault is not None:
            return fault
        self._note(row.names, row.item.item_id)
        done.append(_Family(row).settled())
        return self._known(row)

    def _fault(self, row: ProductRow) -> CellFault | None:
        if not row.item.item_id:
            return self._no_id
        return CellFault(TITLE) if self._needs_title and not row.item.title else None

    def _known(self, row: ProductRow) -> Verdict:
        """Return "repeated" for a product that an earlier row described, and remember this one."""
        known = row.item.item_id in self._seen
        self._seen.add(row.item.item_id)
        return "repeated" if known else None

    def _note(self, names: Sequence[str], item_id: str) -> None:
        self.names += [(name, ItemId(item_id)) for name in names if name and name != item_id]


class FamiliesInOrder(Families):
    """Files in which a product's further rows follow the row that describes it."""

    _alone = False

    def __init__(self, layout: Layout) -> None:
        super().__init__(layout)
        self._continued = layout.continued
        self._known_platform = layout.platform is not None
        self._open: _Family | None = None
        self._told: set[str] = set()  # the further ids of the open product's rows

    def rest(self) -> list[Item]:
        """Return the last product."""
        done = [self._open.settled()] if self._open is not None else []
        self._open = None
        return done

    def _take(self, row: ProductRow, done: list[Item]) -> Verdict:
        if self._open is not None and self._adds_to(row, self._open):
            self._open.variants.append(replace(row.item, stock=0) if row.unlisted else row.item)
            further = (row.item.item_id, *row.names) if row.names and not self._continued else row.names
            self._note(further, self._open.row.item.item_id)
            self._told.update(row.names)
            return "variant"
        fault = self._fault(row)
        if fault is not None:
            return "variant" if row.item.item_id in self._seen and self._continued else fault
        done += self.rest()
        self._open, self._told = _Family(row), set(row.names)
        self._note(row.names, row.item.item_id)
        return self._known(row)

    def _adds_to(self, row: ProductRow, family: _Family) -> bool:
        """Return whether a row goes on with a product. Without a platform, one that says nothing new by its ids tells it anew."""
        item, above = row.item, family.row.item
        if row.is_variant:
            return True
        if not item.title:
            return self._continued and item != _NOTHING and item.item_id in ("", above.item_id)
        return self._continued and item.item_id == above.item_id and (self._known_platform or not self._told.issuperset(row.names))


class FamiliesAnywhere(Families):
    """Files in which variants name their product, or products their variants, wherever the rows stand."""

    _alone = False

    def __init__(self, layout: Layout) -> None:
        super().__init__(layout)
        self._all_wait = layout.platform is not None and layout.platform.parents_wait
        self._waiting: dict[str, _Family] = {}  # products whose variants may still come, by id
        self._ids: dict[str, str] = {}  # ids of products by their further names
        self._named: dict[str, list[ProductRow]] = {}  # variants by the name of the product that they give
        self._held: dict[str, ProductRow] = {}  # variants that a product may claim, by id
        self._claims: dict[str, str] = {}  # products by the ids of the variants they claim

    def rest(self) -> list[Item]:
        """Return the products that waited for their variants; a variant that none claims is not for sale by itself."""
        for parent, variants in self._named.items():
            item_id = self._ids.get(parent) or parent.removeprefix("id:").strip()
            if item_id not in self._seen:  # an export of variants alone
                first = variants[0].item
                title = first.title.rpartition(" - ")[0] or first.title
                self._waiting[item_id] = _Family(ProductRow(replace(first, item_id=ItemId(item_id), title=title), parent=parent))
            for variant in variants:
                self._join(variant, item_id)
        for variant in self._held.values():
            item_id = self._claims.get(variant.item.item_id, "")
            if item_id:
                self._join(variant, item_id)
            else:
                self._note(variant.names, variant.item.item_id)
                self._waiting[variant.item.item_id] = _Family(replace(variant, unlisted=True))
        return [family.settled() for family in self._waiting.values()]

    def _join(self, variant: ProductRow, item_id: str) -> None:
        """Add a variant to its product."""
        self._note((variant.item.item_id, *variant.names), item_id)
        if item_id in self._waiting:
            item = replace(variant.item, stock=0) if variant.unlisted else variant.item
            self._waiting[item_id].variants.append(item)

    def _take(self, row: ProductRow, done: list[Item]) -> Verdict:
        if row.parent.removeprefix("id:").strip():
            self._named.setdefault(row.parent, []).append(row)
            return "variant"
        fault = self._fault(row)
        if fault is not None:
            return fault
        if row.is_variant:
            self._held[row.item.item_id] = row
            return "variant"
        self._note(row.names, row.item.item_id)
        self._ids.update(dict.fromkeys(row.names, row.item.item_id))
        self._claims.update(dict.fromkeys(row.claimed, row.item.item_id))
        if row.claimed or row.item.price is None or self._all_wait:
            self._waiting[row.item.item_id] = _Family(row)
        else:
            done.append(_Family(row).settled())
        return self._known(row)


class RowReader:
    """Tells of each row of a file whether it is a product or a variant, and of which product."""

    def __init__(self, layout: Layout) -> None:
        platform = layout.platform
        self._parents = layout.numbers_of(platform.parent) if platform else []
        self._children = platform.children if platform else None
        self._claims = layout.numbers_of(self._children[:1]) if self._children else []
        self._variants = layout.present(platform.variant_rows) if platform else ()
        self._unlisted = layout.present(platform.unlisted) if platform else ()
        self.families = self._families(layout)

    def _families(self, layout: Layout) -> Families:
        if self._parents or self._claims:
            return FamiliesAnywhere(layout)
        return FamiliesInOrder(layout) if self._variants or layout.continued else Families(layout)

    def collect(
        self, items: list[Item], names: Sequence[tuple[str, ...]] | None, columns: Sequence[Sequence[str]], verdicts: Verdicts
    ) -> list[Item]:
        """Return the products that some rows complete: the rows' products, further ids (None: no columns for them) and cells given.

        Rows that are no products of their own get a verdict.
        """
        unlisted = _matched(self._unlisted, columns)
        if names is None and not unlisted and self.families.are_plain(items, verdicts):
            return [item if item.stock is None or item.stock < ENDLESS else replace(item, stock=None) for item in items]
        return self.families.collect(self._rows(items, names or [()] * len(items), unlisted, columns), verdicts)

    def _rows(
        self, items: Sequence[Item], names: Sequence[tuple[str, ...]], unlisted: set[int], columns: Sequence[Sequence[str]]
    ) -> list[ProductRow]:
        variants = _matched(self._variants, columns)
        if not (self._parents or self._claims):
            return [
                ProductRow(item, further, index in unlisted, index in variants)
                for index, (item, further) in enumerate(zip(items, names, strict=True))
            ]
        parents = [first_filled([columns[number][index] for number in self._parents]).strip() for index in range(len(items))]
        claims = [self._claimed([columns[number][index] for number in self._claims]) for index in range(len(items))]
        return [
            ProductRow(item, further, index in unlisted, index in variants, parent, claimed)
            for index, (item, further, parent, claimed) in enumerate(zip(items, names, parents, claims, strict=True))
        ]

    def _claimed(self, cells: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(clean_id, self._children[1].findall(" ".join(cells)))) if self._children else ()


def _matched(rules: Sequence[tuple[int, SkipRule]], columns: Sequence[Sequence[str]]) -> set[int]:
    return {index for number, rule in rules for index in matching(rule, columns[number])}


def _merged(item: Item, variant: Item) -> Item:
    """Return the product with what one more of its rows says; a price of nothing is none beside a price."""
    prices = [price for price in (item.price, variant.price) if price is not None]
    stocks = [stock for stock in (item.stock, variant.stock) if stock is not None]
    return replace(
        item,
        price=min(filter(None, prices), default=min(prices, default=None)),
        stock=sum(stocks) if stocks else None,
        image=item.image or variant.image,
        description=item.description or variant.description,
        category=item.category or variant.category,
        tags=item.tags or variant.tags,
        brand=item.brand or variant.brand,
        currency=item.currency or variant.currency,
        url=item.url or variant.url,
    )
