"""Commands that write files for people and shop systems, and that take a whole shop elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from recsys_desktop.cli.base import Outcome, command, commands, json_option, progress
from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.services import reports
from recsys_desktop.services.handing import hand_out_reports
from recsys_desktop.services.handing.hand_outs import LETTERS, PLATFORMS, What, Wish
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.shop import Shop

#: What comes in again through the import, beside the plain lists.
_TABLES = ("lists", "catalogue", "behaviour")
_HAND_OUTS: dict[str, What] = {
    "mailing": "mailing",
    "page": "page",
    "audience": "audience",
    "back-in-stock": "back_in_stock",
    "price-drop": "price_drop",
    "similar": "similar",
    "together": "together",
}
#: Products of a letter or beside a product, and customers of a product, where the command does not say.
_PRODUCTS, _CUSTOMERS = 5, 50
_FEW: tuple[What, ...] = ("mailing", "page", "similar", "together")


@commands.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--what", type=click.Choice([*_TABLES, *_HAND_OUTS]), default="lists", show_default=True)
@click.option("--format", "form", type=click.Choice(["csv", "xlsx", "jsonl"]), help="Default: what FILE's ending means, else CSV.")
@click.option("--for", "platform", type=click.Choice(PLATFORMS), default="plain", help="Whose import reads similar and together.")
@click.option("--item", "item_id", help="The product of an audience.")
@click.option("--scenario", default=STANDARD, help="Name of the rules that mailings and pages are made under.")
@click.option("--days", type=click.IntRange(1, 3650), default=30, help="How old news of stock and prices may be.")
@click.option(
    "--active-days", type=click.IntRange(0, 36500), default=0, help="Write only to customers active so lately; 0: to all."
)
@click.option("--per-piece", type=click.IntRange(0), default=0, help="Most customers for each piece in stock; 0: any number.")
@click.option("--addresses", type=click.Path(dir_okay=False, path_type=Path), help="File with e-mail addresses for a mailing.")
@click.option("--repeat", is_flag=True, help="A mailing may name what the last one named.")
@click.option(
    "-k",
    "k",
    type=click.IntRange(1, 1000),
    help="Products in a list, or customers of a product (default: as the rules of --scenario say; without, 5 products in a mailing,"
    " on a page and beside a product, and 50 customers).",
)
@json_option
@command
def export(
    shop: Shop,
    file: Path,
    what: str,
    form: str | None,
    platform: str,
    item_id: str | None,
    scenario: str,
    days: int,
    active_days: int,
    per_piece: int,
    addresses: Path | None,
    repeat: bool,
    k: int | None,
) -> Outcome:
    """Write every customer's list to FILE, or what else can be handed out; catalogue and behaviour can be imported again."""
    if what in _TABLES:
        from recsys_desktop.services.handing.exporting import export as run_export

        report = run_export(shop, what, file, progress(), form, k)  # type: ignore[arg-type]  # click checked both words
        return reports.of_export(report)
    from recsys_desktop.services.handing.addresses import addresses_in
    from recsys_desktop.services.handing.handing_out import hand_out
    from recsys_desktop.services.listing.recommending import Recommender

    kind = _HAND_OUTS[what]
    wish = Wish(
        kind,
        scenario,
        k or _length(shop, kind, scenario),
        active_days=active_days,
        rotate=not repeat,
        customers_per_piece=per_piece,
        item_id=None if item_id is None else ItemId(item_id),
        days=days,
        platform=platform,  # type: ignore[arg-type]  # click checked the word
        addresses={} if addresses is None else addresses_in(shop, addresses, progress()),
    )
    return hand_out_reports.of_hand_out(hand_out(shop, Recommender(shop), wish, file, progress(), form))  # type: ignore[arg-type]  # as above


def _length(shop: Shop, kind: What, scenario: str) -> int:
    """Return how many products or customers belong together where nobody said so."""
    if kind in LETTERS and scenario != STANDARD:
        return next((one.rules.list_length for one in scenarios.scenarios(shop) if one.name == scenario), _PRODUCTS)
    return _PRODUCTS if kind in _FEW else _CUSTOMERS


@commands.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--bring-in", is_flag=True, help="FILE comes from another computer: let it take the place of the shop here.")
@json_option
@command
def move(shop: Shop, file: Path, bring_in: bool) -> Outcome:
    """Pack the whole shop into FILE for another computer, or bring in a shop packed there; the one here is kept beside it."""
    from recsys_desktop.services import arriving, moving

    if bring_in:
        return hand_out_reports.of_arrival(arriving.take_in(file, shop.data_dir, progress()))
    return hand_out_reports.of_packed(moving.pack(shop, file, progress()))
