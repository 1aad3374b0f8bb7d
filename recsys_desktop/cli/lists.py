"""Commands about lists, the products in them, and what customers think of those."""

from __future__ import annotations

import click

from recsys_desktop.cli.base import Outcome, command, commands, json_option, length_option, list_length_option, progress
from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import FeedbackKind, Item
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.services import reports
from recsys_desktop.services.shop import Shop


@commands.command()
@click.option("--user", "user_id", help="The customer's id, or the e-mail address a code stands for.")
@click.option("--item", "item_ids", multiple=True, help="Instead: the id of a product in the basket; again for each product.")
@click.option("--scenario", default=STANDARD, show_default=True, help="Name of the rules the list is made under.")
@list_length_option
@json_option
@command
def recommend(shop: Shop, user_id: str | None, item_ids: tuple[str, ...], scenario: str, k: int | None) -> Outcome:
    """Show one customer's list, or one for a basket, with the reasons."""
    from recsys_desktop.services.listing.recommending import Recommender
    from recsys_desktop.services.pseudonyms import known_as
    from recsys_desktop.services.unknown_ids import unknown_item

    if (user_id is None) == (not item_ids):
        raise click.UsageError("Name either a customer with --user, or products with --item.")
    for item_id in map(ItemId, item_ids):
        if shop.catalogue.get(item_id) is None:
            raise unknown_item(item_id)
    recommender = Recommender(shop)
    if user_id is None:
        return reports.of_list(recommender.recommend_for([ItemId(item_id) for item_id in item_ids], k, scenario))
    return reports.of_list(recommender.recommend(known_as(shop, user_id), k, scenario))


@commands.command()
@click.option("--item", "item_id", required=True, help="The product's id.")
@length_option
@json_option
@command
def similar(shop: Shop, item_id: str, k: int) -> Outcome:
    """Show the products most like one."""
    from recsys_desktop.services.listing.recommending import Recommender

    return reports.of_similar(ItemId(item_id), Recommender(shop).similar(ItemId(item_id), k))


@commands.command("add-product")
@click.option("--id", "item_id", help="The product's id (default: the next free one in the manner of the others).")
@click.option("--title", required=True)
@click.option("--category", default="", help='A path is written "Home > Kitchen".')
@click.option("--brand", default="")
@click.option("--description", default="")
@click.option("--price", type=float)
@click.option("--stock", type=int)
@list_length_option
@json_option
@command
def add_product(
    shop: Shop,
    item_id: str | None,
    title: str,
    category: str,
    brand: str,
    description: str,
    price: float | None,
    stock: int | None,
    k: int | None,
) -> Outcome:
    """Add one product, and show the customers in whose list it stands at once."""
    from recsys_desktop.services.listing.recommending import Recommender
    from recsys_desktop.services.listing.standing import standing
    from recsys_desktop.services.products import adding_products

    suggested = adding_products.suggestions(shop)
    chosen = suggested.item_id if item_id is None else ItemId(item_id)
    currency = "" if price is None else suggested.currency
    item = Item(chosen, title, description, category, brand=brand, price=price, currency=currency, stock=stock)
    placed = adding_products.add_product(shop, item, progress())
    return reports.of_added(item, standing(Recommender(shop), chosen, k, progress()) if placed else None)


@commands.command()
@click.option("--user", "user_id", required=True, help="The customer's id, or the e-mail address a code stands for.")
@click.option("--item", "item_id", required=True, help="The product's id.")
@click.option("--kind", type=click.Choice([kind.word for kind in FeedbackKind]), required=True)
@click.option("--value", type=click.FloatRange(1, 5), help="Stars, with --kind rating.")
@json_option
@command
def feedback(shop: Shop, user_id: str, item_id: str, kind: str, value: float | None) -> Outcome:
    """Say what a customer thinks of a product; the next list heeds it."""
    from recsys_desktop.services.learning.giving_feedback import give
    from recsys_desktop.services.pseudonyms import known_as

    return reports.of_feedback(give(shop, known_as(shop, user_id), ItemId(item_id), FeedbackKind[kind.upper()], value))
