"""What rules promise beforehand and what then comes about, on Online Retail, for positions of each slider of the Rules page.

Run: ``python3 packaging/dev.py bench rule_costs`` (``--folder DIR`` keeps the shops it makes, to go on with).
The shop is replayed as the page does it (its last 28 days, learnt from what came before): that is promised. Realised is counted
on lists that the program's own recommender makes in a shop that holds only what came before those days, and once more, as a
prediction is only worth something for the future, on lists of the whole shop and what its customers bought in the 28 days after.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Int64Array, Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Rules
from recsys_desktop.services.choosing import current_choice
from recsys_desktop.services.encoding import encode_catalogue
from recsys_desktop.services.fitting import fit
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.rule_costs import Forecast, Replay, forecast, replay
from recsys_desktop.services.shop import Shop, open_shop
from tests.benchmarks.quality.online_retail import WINDOW, OnlineRetail, load_online_retail

PLAIN = Rules()
POSITIONS = (0.25, 0.5, 1.0)
GOAL = 0.1  # promised and realised differ by no more than this part


@dataclass(frozen=True)
class Counted:
    """What lists did: customers who saw something they then bought, of how many, and the share of the catalogue shown."""

    customers: int
    hits: int
    coverage: float


def item_of(data: OnlineRetail, key: int) -> ItemId:
    """Return the id of an item key of the data."""
    return ItemId(data.item_ids[key])


def shop_before(data: OnlineRetail, base: Path, folder: Path, until: int) -> Shop:
    """Return a shop with the products of ``base`` and what customers bought before a time."""
    shutil.copytree(base, folder)
    shop = open_shop(folder)
    events = data.events.select(data.events.times < until)
    shop.interactions.add_many(
        Interaction(UserId(str(user)), item_of(data, item), Kind.PURCHASE, None, 1.0, moment)
        for user, item, moment in zip(events.user_keys.tolist(), events.item_keys.tolist(), events.times.tolist(), strict=True)
    )
    return shop


def base_shop(data: OnlineRetail, folder: Path, until: int) -> None:
    """Make a shop with all products, read by the bundled language model, and nothing bought."""
    shop = open_shop(folder)
    shop.catalogue.upsert(
        Item(ItemId(item_id), title or item_id) for item_id, title in zip(data.item_ids, data.titles(until), strict=True)
    )
    encode_catalogue(shop, Progress())
    shop.close()


def same_settings(source: Shop, target: Shop) -> None:
    """Let a shop make its lists as another one does."""
    choice = current_choice(source)
    assert choice is not None
    target.settings.set_json("list_settings", asdict(replace(choice, events=target.interactions.count())))


def counted(recommender: Recommender, users: Sequence[UserId], bought: Sequence[set[ItemId]], rules: Rules, items: int) -> Counted:
    """Make every customer's list and count."""
    shown: set[ItemId] = set()
    hits = 0
    for user, wanted in zip(users, bought, strict=True):
        listed = {place.item.item_id for place in recommender.recommend_with(user, rules).items}
        hits += not wanted.isdisjoint(listed)
        shown |= listed
    return Counted(len(users), hits, len(shown) / items)


def replayed_customers(shop: Shop, replayed: Replay) -> tuple[list[UserId], list[set[ItemId]]]:
    """Return the customers of a replay who bought something new to them, and what."""
    keys, ids = shop.users.keys()
    id_of = dict(zip(keys.tolist(), ids, strict=True))
    row_ids = {row: item_id for item_id, row in replayed.facts.row_of.items()}
    users, bought = [], []
    for customer in replayed.customers:
        had = {row_ids[int(np.searchsorted(replayed.space.item_keys, key))] for key in customer.past.item_keys.tolist()}
        new = {row_ids[int(row)] for row in customer.taken} - had
        if new:
            users.append(id_of[int(customer.past.user_keys[0])])
            bought.append(new)
    return users, bought


def next_customers(data: OnlineRetail, start: int, most: int) -> tuple[list[UserId], list[set[ItemId]]]:
    """Return customers known before a time who bought something new to them in the window after it, and what."""
    past = data.events.select(data.events.times < start)
    later = data.events.select((data.events.times >= start) & (data.events.times < start + WINDOW))
    users, bought = [], []
    for user in np.intersect1d(past.user_keys, later.user_keys).tolist():
        new = _items(data, later, user) - _items(data, past, user)
        if new:
            users.append(UserId(str(user)))
            bought.append(new)
    chosen: Int64Array = np.sort(np.random.default_rng(0).permutation(len(users))[:most])
    return [users[place] for place in chosen], [bought[place] for place in chosen]


def _items(data: OnlineRetail, events: object, user: int) -> set[ItemId]:
    return {item_of(data, key) for key in events.item_keys[events.user_keys == user].tolist()}  # type: ignore[attr-defined]  # arrays


def rows_of_table() -> list[tuple[str, Rules]]:
    """Return the positions to measure."""
    return [
        ("plain", PLAIN),
        *((f"diversity {value:g}", replace(PLAIN, diversity=value)) for value in POSITIONS),
        *((f"long tail {value:g}", replace(PLAIN, long_tail=value)) for value in POSITIONS),
        ("both .5", replace(PLAIN, diversity=0.5, long_tail=0.5)),
    ]


def measure(folder: Path) -> None:
    """Make the shops and print the table."""
    data = load_online_retail()
    split = data.end - WINDOW  # the shop's last second; what follows is the future
    base = folder / "base"
    if not base.exists():
        base_shop(data, base, split)
    whole = shop_before(data, base, folder / "whole", split)
    fit(whole, Progress())
    began = time.perf_counter()
    replayed = replay(whole, Progress())
    print(f"replay: {time.perf_counter() - began:.1f} s, {len(replayed.customers)} customers, {len(replayed.space):,} products")
    start = int(whole.interactions.last_time() or 0) - WINDOW + 1
    past = shop_before(data, base, folder / "past", start)
    same_settings(whole, past)
    fit(past, Progress())
    table(data, whole, past, replayed, split)


def table(data: OnlineRetail, whole: Shop, past: Shop, replayed: Replay, split: int) -> None:
    """Print promised and realised figures for each position."""
    users, bought = replayed_customers(whole, replayed)
    later_users, later_bought = next_customers(data, split, len(users))
    then, now = Recommender(past), Recommender(whole)
    items = len(replayed.space)
    print(f"{'':<16}{'kinds':>6}{'promised':>24}{'realised':>24}{'off':>14}{'the 28 days after':>26}{'ms':>6}")
    worst = 0.0
    for name, rules in rows_of_table():
        began = time.perf_counter()
        told = forecast(replayed, rules)
        taken = time.perf_counter() - began
        real = counted(then, users, bought, rules, items)
        after = counted(now, later_users, later_bought, rules, items)
        off = max(abs(told.hits / max(real.hits, 1) - 1), abs(told.coverage / real.coverage - 1))
        worst = max(worst, off)
        figures = f"{_told(told):>24}{_real(real):>24}{100 * off:>12.1f} %{_real(after):>26}"
        print(f"{name:<16}{told.kinds:>6.1f}{figures}{1000 * taken:>6.0f}", flush=True)
    print(f"promised and realised differ by {100 * worst:.1f} % at most; goal {100 * GOAL:.0f} %")


def _told(told: Forecast) -> str:
    return f"{told.hits}/{told.customers}  {100 * told.coverage:.1f} %"


def _real(real: Counted) -> str:
    return f"{real.hits}/{real.customers}  {100 * real.coverage:.1f} %"


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, help="where the shops are made, and the products read once are kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for made in ("whole", "past"):
            shutil.rmtree(folder / made, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        measure(folder)


if __name__ == "__main__":
    main()
