"""What answers to questions are worth: the replayed customer answers twenty, and the list is judged by what they took later.

Run: ``python3 packaging/dev.py bench questions`` (``--tuning`` for the parts on which the rule was chosen, ``--kept FILE`` keeps
encoded texts). Each customer is replayed alone: twenty times the program asks about a product they do not have, "yes" if they take
it in the later part and "no" if not, and the next question knows the answers. It is compared with twenty products drawn at random,
under the same rules, customer by customer: NDCG@10 of the later products that neither asked about, with a 95 % interval from the
paired bootstrap.

Two figures, because an answer does two things. *The list after it*: what was asked about makes room, as on the screen. *Taught
alone*: the products asked about by either are taken from both lists, so that only what answers say of other products counts.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import Int64Array, InteractionArrays, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.evaluation import paired_bootstrap
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import KIND_WEIGHTS, Float64Array, Histories
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.metrics import ndcg
from recsys_desktop.engine.profile import UserVector, user_vector
from recsys_desktop.engine.questions import most_telling
from recsys_desktop.engine.ranker import top_k
from recsys_desktop.engine.selection.self_fit import Budget, choose
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.item_text import item_text
from recsys_desktop.engine.text.letters import RANK, fit_letters
from recsys_desktop.settings import HALF_LIFE_DAYS
from tests.benchmarks.quality.datasets import TASKS
from tests.benchmarks.quality.task import Task, queries_of
from tests.benchmarks.quality.texts import text_vectors

QUESTIONS, PLACES = 20, 10
#: MovieLens: the part of each customer's likes that are "later" besides the last tenth, so that there is something to say yes to.
_MORE_LATER = 0.25
#: (data set, which customers): the held-out parts were looked at once, after the rule stood.
HELD_OUT = (("online_retail-1", slice(None)), ("movielens", slice(1, None, 2)))
TUNING = (("online_retail-8", slice(None)), ("movielens", slice(0, None, 2)))

#: Chooses the next row to ask about.
Chooser = Callable[[ItemSpace, UserVector, Int64Array, np.random.Generator], int | None]


@dataclass(frozen=True)
class Customer:
    """What is known of one (rows and weights), and the rows they take later."""

    rows: Int64Array
    weights: Float64Array
    later: Int64Array


@dataclass(frozen=True)
class Talk:
    """Twenty questions to one customer: the rows asked about, how many were answered with yes, and the vector after them."""

    asked: Int64Array
    yes: int
    user: UserVector


def by_our_rule(space: ItemSpace, user: UserVector, excluded: Int64Array, _random: np.random.Generator) -> int | None:
    """Ask what the program asks."""
    asked = most_telling(space, user, excluded)
    return None if asked is None else asked.row


def at_random(space: ItemSpace, _user: UserVector, excluded: Int64Array, random: np.random.Generator) -> int | None:
    """Ask about any product the customer does not have."""
    free = np.setdiff1d(np.arange(len(space)), excluded)
    return int(random.choice(free)) if len(free) else None


def from_the_top(space: ItemSpace, user: UserVector, excluded: Int64Array, _random: np.random.Generator) -> int | None:
    """Ask about the first product of the list."""
    rows, _ = top_k(space.keys, user.vector, 1, excluded)
    return int(rows[0]) if len(rows) else None


def talk(space: ItemSpace, customer: Customer, choose_row: Chooser, no_weight: float, seed: int) -> Talk:
    """Ask twenty questions; a yes counts as a favourite, a no as ``no_weight``."""
    random = np.random.default_rng(seed)
    rows, weights, asked, yes = customer.rows, customer.weights, np.zeros(0, np.int64), 0
    user = user_vector(space, rows, weights)
    for _ in range(QUESTIONS):
        row = choose_row(space, user, np.union1d(customer.rows, asked), random)
        if row is None:
            break
        liked = bool(np.isin(row, customer.later))
        yes += liked
        asked = np.r_[asked, row]
        rows, weights = np.r_[rows, row], np.r_[weights, KIND_WEIGHTS[Kind.FAVOURITE] if liked else no_weight]
        user = user_vector(space, rows, weights)
    return Talk(asked, yes, user)


def judged(space: ItemSpace, user: UserVector, masked: Int64Array, wanted: Int64Array) -> float:
    """Return NDCG@10 of the list without ``masked``."""
    rows, _ = top_k(space.keys, user.vector, PLACES, masked)
    hits = np.zeros((1, PLACES), np.bool_)
    hits[0, : len(rows)] = np.isin(rows, wanted)
    return float(ndcg(hits, np.array([len(wanted)]))[0])


def compare(space: ItemSpace, customers: list[Customer], choose_row: Chooser, no_weight: float) -> str:
    """Return one line: our questions against random ones."""
    lines: list[tuple[float, float, float, float]] = []
    yes = [0, 0]
    for number, customer in enumerate(customers):
        ours = talk(space, customer, choose_row, no_weight, number)
        theirs = talk(space, customer, at_random, no_weight, number)
        both = np.union1d(ours.asked, theirs.asked)
        wanted = np.setdiff1d(customer.later, both)
        yes[0], yes[1] = yes[0] + ours.yes, yes[1] + theirs.yes
        if len(wanted):
            own = [np.union1d(customer.rows, one.asked) for one in (ours, theirs)]
            same = np.union1d(customer.rows, both)
            lines.append(
                (
                    judged(space, ours.user, own[0], wanted),
                    judged(space, theirs.user, own[1], wanted),
                    judged(space, ours.user, same, wanted),
                    judged(space, theirs.user, same, wanted),
                )
            )
    table = np.array(lines)
    after, alone = (paired_bootstrap(table[:, 2 * part], table[:, 2 * part + 1], 0) for part in (0, 1))
    return (
        f"{len(table)} customers; yes {yes[0] / len(customers):.2f} of {QUESTIONS}, random {yes[1] / len(customers):.2f};"
        f" NDCG@10 after {table[:, 0].mean():.4f}, random {table[:, 1].mean():.4f}, {_shown(after)}; taught alone {_shown(alone)}"
    )


def _shown(difference: tuple[float, float, float]) -> str:
    return f"{difference[0]:+.4f} [{difference[1]:+.4f}, {difference[2]:+.4f}]"


def more_later(task: Task) -> Task:
    """Return the task with the last quarter of what each customer is known by moved to what they take later."""
    users = [task.user_ids.index(user_id) for user_id in task.queries.ids]
    ends = np.searchsorted(task.train.user_keys, np.arange(len(task.user_ids) + 1))
    keep, later = np.ones(len(task.train), np.bool_), []
    for user, targets in zip(users, task.queries.targets, strict=True):
        cut = slice(int(ends[user + 1] - int((ends[user + 1] - ends[user]) * _MORE_LATER)), int(ends[user + 1]))
        keep[cut] = False
        later.append(np.union1d(targets, task.train.item_keys[cut]))
    train = task.train.select(keep)
    known = train.select(np.isin(train.user_keys, users))
    events = replace(known, user_keys=np.searchsorted(users, known.user_keys))
    return replace(task, train=train, queries=queries_of(task.queries.ids, events, later))


def fitted(task: Task, kept: Path | None) -> ItemSpace:
    """Return the space, self-fitted to what is learnt from."""
    texts, read = text_vectors(task.items, kept), [item_text(item) for item in task.items]
    reader = fit_letters(read, RANK, 0, Progress())
    channels = TextChannels(texts, reader.vectors(read, Progress()), reader)
    half_life = float(HALF_LIFE_DAYS.default)
    chosen = choose(task.item_keys, channels, task.train, half_life, Budget.QUICK, Progress())
    titles, categories = [item.title for item in task.items], [item.category for item in task.items]
    return fit_space(task.item_keys, channels, titles, categories, task.train, task.latest_time, chosen.settings, Progress())


def customers_of(task: Task, space: ItemSpace, part: slice) -> list[Customer]:
    """Return the customers of a part who take something later."""
    events: InteractionArrays = task.queries.events
    fading = space.settings.fading(float(HALF_LIFE_DAYS.default))
    histories = Histories.from_arrays(events, space.item_keys, task.latest_time, fading)
    found = []
    for position, later in zip(histories.positions(np.arange(len(task.queries))), task.queries.targets, strict=True):
        if position >= 0 and len(later):
            found.append(Customer(*histories.of(int(position)), later))
    return found[part]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tuning", action="store_true", help="the parts on which the rule was chosen")
    parser.add_argument("--kept", type=Path, default=None, help="file of encoded texts, which grows")
    arguments = parser.parse_args()
    for name, part in TUNING if arguments.tuning else HELD_OUT:
        task = TASKS[name]()
        if name == "movielens":
            task = more_later(task)
        space = fitted(task, arguments.kept)
        customers = customers_of(task, space, part)
        print(f"{name}: {len(space)} products", flush=True)
        print("  our questions      ", compare(space, customers, by_our_rule, 0.0), flush=True)
        print("  top of the list    ", compare(space, customers, from_the_top, 0.0), flush=True)
        print("  a no as a dislike  ", compare(space, customers, by_our_rule, KIND_WEIGHTS[Kind.DISLIKE]), flush=True)


if __name__ == "__main__":
    main()
