"""Similar products and those bought together, as the tables that shop systems import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.handouts.formula_guard import guarded
from recsys_desktop.services.handing.hand_outs import Platform, Sheet, Wish
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.scenarios import hidden
from recsys_desktop.services.products.together import all_together
from recsys_desktop.services.shop import Shop

_FIELDS = ("id", "title", "price", "link")
_LISTING = message("handouts", "Listing similar products")
_AT_ONCE = 200
#: Products asked for beyond those wanted: some are sold out or never to be shown.
_SPARE = 10
_SHOPIFY = "shopify--discovery--product_recommendation"
#: Columns of related products and of those that go with one. Shopify's own product file names them so, whatever is in it;
#: Matrixify names a field by its place and its kind; WooCommerce has two columns of its own for them.
_COLUMNS: dict[Platform, tuple[str, str]] = {
    "shopify": (
        f"Related products (product.metafields.{_SHOPIFY}.related_products)",
        f"Complementary products (product.metafields.{_SHOPIFY}.complementary_products)",
    ),
    "matrixify": (
        f"Metafield: {_SHOPIFY}.related_products [list.product_reference]",
        f"Metafield: {_SHOPIFY}.complementary_products [list.product_reference]",
    ),
    "woocommerce": ("Upsells", "Cross-sells"),
}
#: What a product is called in such a file, beside its title.
_NAMES: dict[Platform, tuple[str, ...]] = {
    "shopify": ("Handle", "Title"),
    "matrixify": ("Handle", "Command"),
    "woocommerce": ("ID", "SKU"),
}
_BETWEEN: dict[Platform, str] = {"shopify": "; ", "matrixify": ", ", "woocommerce": ", "}
#: A product and what stands beside it, best first.
Beside = tuple[Item, list[Item]]


def shop_sheet(shop: Shop, recommender: Recommender, wish: Wish, progress: Progress) -> Sheet:
    """Return the table of a wish for "similar" or "together".

    Products without a partner are left out; so are, for Shopify, titles that begin like a formula.
    """
    pairs = _together(shop, wish, progress) if wish.what == "together" else _similar(shop, recommender, wish, progress)
    if wish.platform == "shopify":
        # The import would write the mark of the formula guard into the shop's own title.
        pairs = (pair for pair in pairs if guarded(pair[0].title) == pair[0].title)
    if wish.platform == "plain":
        return Sheet(_plain_header(wish.count), (_plain_row(pair, wish.count) for pair in pairs))
    column = _COLUMNS[wish.platform][wish.what == "together"]
    row, between = _ROWS[wish.platform], _BETWEEN[wish.platform]
    named = _woo_name if wish.platform == "woocommerce" else _handle
    rows = ((*row(item), between.join(named(one) for one in beside)) for item, beside in pairs)
    return Sheet((*_NAMES[wish.platform], column), rows, _HOW[wish.platform])


def _similar(shop: Shop, recommender: Recommender, wish: Wish, progress: Progress) -> Iterator[Beside]:
    left_out = _left_out(shop)
    total = shop.catalogue.count()
    for done, (_, item) in enumerate(shop.catalogue.iterate()):
        if done % _AT_ONCE == 0:
            progress.report(done, total, _LISTING)
        if item.item_id in left_out:
            continue
        try:
            found = recommender.similar(item.item_id, wish.count + _SPARE)
        except RecsysError as error:
            if error.code != "unknown_item":  # it came in after the lists were prepared
                raise
            continue
        beside = _fit([one.item for one in found], left_out, wish.count)
        if beside:
            yield item, beside
    progress.report(total, total, _LISTING)


def _together(shop: Shop, wish: Wish, progress: Progress) -> Iterator[Beside]:
    left_out = _left_out(shop)
    for item_id, partners in all_together(shop, wish.count + _SPARE, progress):
        beside = _fit([one.item for one in partners], left_out, wish.count)
        if beside and item_id not in left_out and (item := shop.catalogue.get(item_id)) is not None:
            yield item, beside


def _left_out(shop: Shop) -> frozenset[ItemId]:
    return frozenset(hidden(shop))


def _fit(items: Sequence[Item], left_out: frozenset[ItemId], count: int) -> list[Item]:
    """Return the first products that may be shown and can be bought."""
    return [item for item in items if item.item_id not in left_out and (item.stock is None or item.stock > 0)][:count]


def _plain_header(count: int) -> tuple[str, ...]:
    return ("product_id", "title", *(f"product_{place}_{name}" for place in range(1, count + 1) for name in _FIELDS))


def _plain_row(pair: Beside, count: int) -> tuple[Cell, ...]:
    item, beside = pair
    cells: list[Cell] = [item.item_id, item.title]
    for one in beside:
        cells += [one.item_id, one.title, one.price, one.url]
    return (*cells, *[None] * (len(_FIELDS) * (count - len(beside))))


def _handle(item: Item) -> str:
    return item.item_id


def _woo_name(item: Item) -> str:
    """Return how WooCommerce finds a product: a number is an id there, anything else an article number (SKU)."""
    return f"id:{item.item_id}" if item.item_id.isascii() and item.item_id.isdigit() else item.item_id


def _shopify_row(item: Item) -> tuple[Cell, ...]:
    return item.item_id, item.title


def _matrixify_row(item: Item) -> tuple[Cell, ...]:
    return item.item_id, "UPDATE"


def _woo_row(item: Item) -> tuple[Cell, ...]:
    number = item.item_id if _woo_name(item) != item.item_id else ""
    return number, "" if number else item.item_id


_ROWS: dict[Platform, Callable[[Item], tuple[Cell, ...]]] = {
    "shopify": _shopify_row,
    "matrixify": _matrixify_row,
    "woocommerce": _woo_row,
}
_HOW: dict[Platform, Text] = {
    "shopify": message(
        "handouts",
        "In Shopify: Products > Import, and tick the box that overwrites products with matching handles. The products must have"
        " come from a Shopify file: their numbers here are its handles.",
    ),
    "matrixify": message(
        "handouts",
        "In Shopify: open the app Matrixify and import the file; its name must keep the word Products. The products must have come"
        " from a Shopify file: their numbers here are its handles.",
    ),
    "woocommerce": message(
        "handouts",
        "In WooCommerce: Products > Import, and tick “Update existing products”. Numbers are taken for product ids, all others for"
        " SKUs.",
    ),
}
