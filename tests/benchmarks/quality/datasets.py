"""The tasks of QUALITY.md section 2, made from the files in ``../shared/data``; none of these files is part of the project."""

from __future__ import annotations

import ast
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays, Item, Kind
from recsys_desktop.engine.evaluation import time_split
from recsys_desktop.ingest.cleaning.lists import split_tags
from recsys_desktop.ingest.cleaning.plain_text import plain_text
from tests.benchmarks.quality.cells import joined_list
from tests.benchmarks.quality.online_retail import WINDOW, OnlineRetail, load_online_retail
from tests.benchmarks.quality.task import Task, purchases, queries_of

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
#: Windows back from the last day: those that are read once per design, and those before them on which anything may be chosen.
TEST_FOLDS, VALIDATION_FOLDS = range(7), range(7, 11)
_LIKED_STARS = 4.0
_LAST_PART = 0.1


@cache
def _retail() -> OnlineRetail:
    return load_online_retail()


def online_retail(back: int, repeat: bool = False) -> Task:
    """Return the fold whose 28-day window ends ``back`` windows before the last day; targets are new to the customer.

    With ``repeat`` whatever the customer bought is a target, and nothing is masked. Products first described in the window are no
    part of the catalogue; as targets they count as missed.
    """
    shop = _retail()
    start = shop.end - (back + 1) * WINDOW
    split = time_split(shop.events, start, start + WINDOW)
    titles = shop.titles(start)
    items = tuple(Item(ItemId(code), plain_text(title)) for code, title in zip(shop.item_ids, titles, strict=True))
    users, train_users = np.unique(split.fit.user_keys, return_inverse=True)
    train = purchases(train_users, split.fit.item_keys, split.fit.times)
    before, after = _rows_by_user(split.fit), _rows_by_user(split.later)
    targets = {user: rows if repeat else np.setdiff1d(rows, before[user]) for user, rows in after.items() if user in before}
    asked = sorted(user for user, rows in targets.items() if len(rows))
    events = split.fit.select(np.isin(split.fit.user_keys, asked))
    queries = queries_of(
        [str(user) for user in asked],
        purchases(np.searchsorted(asked, events.user_keys), events.item_keys, events.times),
        [targets[user] for user in asked],
        repeat=repeat,
        times=start,
    )
    whole = Task(f"online_retail-{back}", items, tuple(map(str, users)), train, queries, repeat)
    return whole.restricted(np.array([title != "" for title in titles], np.bool_))


def _rows_by_user(events: InteractionArrays) -> dict[int, Int64Array]:
    order = np.argsort(events.user_keys, kind="stable")
    users, starts = np.unique(events.user_keys[order], return_index=True)
    return dict(zip(users.tolist(), np.split(events.item_keys[order], starts[1:]), strict=True))


def amazon(repeat: bool = False) -> Task:
    """Return Amazon Industrial: learnt from each user's shortest validation history, asked with the shortest test history.

    Targets are all of a user's test items that are not in that history (``repeat``: all). The file has no times.
    """
    folder = DATA / "amazon_industrial"
    described = json.loads((folder / "items.json").read_text(encoding="utf-8"))
    row = {item_id: number for number, item_id in enumerate(described)}
    items = tuple(_amazon_item(item_id, fields) for item_id, fields in described.items())
    learnt = {user: min(cases, key=lambda case: len(case[0]))[0] for user, cases in _amazon_cases(folder / "valid.csv").items()}
    users = sorted(learnt)
    train = _sequences([[row[item] for item in learnt[user]] for user in users])
    asked, histories, targets = [], [], []
    for user, cases in sorted(_amazon_cases(folder / "test.csv").items()):
        history = [row[item] for item in min(cases, key=lambda case: len(case[0]))[0]]
        wanted = np.unique([row[target] for _, target in cases])
        wanted = wanted if repeat else np.setdiff1d(wanted, history)
        if len(wanted):
            asked.append(user)
            histories.append(history)
            targets.append(wanted)
    return Task("amazon", items, tuple(users), train, queries_of(asked, _sequences(histories), targets, repeat=repeat), repeat)


def _amazon_item(item_id: str, fields: Mapping[str, str]) -> Item:
    description = plain_text(joined_list(fields["description"]))
    return Item(ItemId(item_id), plain_text(fields["title"]), description=description, brand=plain_text(fields["brand"]))


def _amazon_cases(path: Path) -> dict[str, list[tuple[list[str], str]]]:
    cases = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            history = [str(item) for item in ast.literal_eval(line["history_item_id"])]
            cases[line["user_id"]].append((history, line["item_id"]))
    return cases


def _sequences(rows_of_each: list[list[int]]) -> InteractionArrays:
    users = np.repeat(np.arange(len(rows_of_each)), [len(rows) for rows in rows_of_each])
    return purchases(users, np.array([row for rows in rows_of_each for row in rows], np.int64), np.full(len(users), NO_TIME))


def movielens(repeat: bool = False) -> Task:
    """Return MovieLens small: ratings of 4 stars and more, each user's last 10 % to be found.

    The cut is each user's own, so other people's later ratings are in train: no time of a target is given. Nobody rates a film
    twice, so ``repeat`` changes nothing but the mask.
    """
    folder = DATA / "movielens_small"
    with (folder / "movies.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    items = tuple(
        Item(ItemId(line["movieId"]), plain_text(line["title"]), category=", ".join(split_tags(line["genres"]))) for line in lines
    )
    row = {item.item_id: number for number, item in enumerate(items)}
    with (folder / "ratings.csv").open(encoding="utf-8", newline="") as file:
        ratings = [line for line in csv.DictReader(file) if float(line["rating"]) >= _LIKED_STARS]
    ids = sorted({line["userId"] for line in ratings}, key=int)
    number = {user: position for position, user in enumerate(ids)}
    table = np.array([(number[x["userId"]], int(x["timestamp"]), row[ItemId(x["movieId"])], float(x["rating"])) for x in ratings])
    table = table[np.lexsort((table[:, 2], table[:, 1], table[:, 0]))]
    counts = np.bincount(table[:, 0].astype(np.int64))
    tested = np.where(counts >= 2, np.maximum((counts * _LAST_PART).astype(np.int64), 1), 0)
    places = np.concatenate([np.arange(count)[::-1] for count in counts])
    later = places < np.repeat(tested, counts)
    train = _stars(table[~later])
    asked = np.flatnonzero(tested)
    known = train.select(np.isin(train.user_keys, asked))
    events = InteractionArrays(np.searchsorted(asked, known.user_keys), *_columns(known))
    targets = [table[later & (table[:, 0] == user), 2].astype(np.int64) for user in asked]
    return Task("movielens", items, tuple(ids), train, queries_of([ids[n] for n in asked], events, targets, repeat=repeat), repeat)


def _stars(table: np.ndarray) -> InteractionArrays:
    users, times, rows = table[:, :3].T.astype(np.int64)
    count = len(table)
    kinds = np.full(count, Kind.RATING, np.int8)
    return InteractionArrays(users, rows, kinds, table[:, 3].astype(np.float32), np.ones(count, np.float32), times)


def _columns(events: InteractionArrays) -> tuple[Int64Array, np.ndarray, np.ndarray, np.ndarray, Int64Array]:
    return events.item_keys, events.kinds, events.values, events.quantities, events.times


def taobao_items() -> tuple[Item, ...]:
    """Return the Chinese beauty products, each once, with its shop as the brand; there is no behaviour."""
    found: dict[str, Item] = {}
    with (DATA / "taobao_beauty" / "taobao_beauty_double11.csv").open(encoding="gb18030", newline="") as file:
        for line in csv.DictReader(file):
            found.setdefault(line["id"], Item(ItemId(line["id"]), plain_text(line["title"]), brand=plain_text(line["店名"])))
    return tuple(found.values())


#: Every part of every data set with behaviour, by name: "online_retail-0" is the newest test fold.
TASKS: Mapping[str, Callable[..., Task]] = {
    **{f"online_retail-{back}": partial(online_retail, back) for back in (*TEST_FOLDS, *VALIDATION_FOLDS)},
    "amazon": amazon,
    "movielens": movielens,
}
