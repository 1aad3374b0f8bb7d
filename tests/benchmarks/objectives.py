"""Prints what each training objective brings for products without buyers: the same folds, steps and stopping for all of them.

Run ``python -m tests.benchmarks.objectives``; about half an hour on two cores. Each line of ``--out`` is one finished run; a run
that stands there is not repeated.

Rules, written before the first run. Three seeds, each with its own chance and its own lot of products played as new: 20 % judge a
run, 10 % stop it, neither is learnt from. On Online Retail behaviour ends before the seven test windows (seeds 0 and 2) or one
window earlier (seed 1); the last window judges, the one before it stops. A run takes at most 160 steps of about 3,000 tokens, is
validated every 8, ends when four validations in a row bring no better NDCG@10 among new products, and keeps its best weights. Layer
rates 5e-5 and 2e-4 were tried for each objective on seed 0, the one with the better validation is used. The highest mean gain over
the frozen model, NDCG@10 among the judging products, wins; within one standard error the simpler objective does.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.evaluation import paired_bootstrap
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.judging import NewProducts, Replay, Words
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.encoder import TextEncoder
from recsys_desktop.engine.text.item_text import item_text
from recsys_desktop.engine.training.augmentation import reworded
from recsys_desktop.engine.training.lesson import NEIGHBOURS, TEMPERATURE
from recsys_desktop.engine.training.objectives.base import Objective, Wordings
from recsys_desktop.engine.training.objectives.in_batch import InBatchNegatives
from recsys_desktop.engine.training.objectives.neighbour_keys import NeighbourKeys
from recsys_desktop.engine.training.pairs import TextPairs
from recsys_desktop.engine.training.slices import Slices, slice_behaviour
from recsys_desktop.engine.training.trainable import TrainableEncoder
from recsys_desktop.engine.training.trainer import Recipe, fine_tune
from recsys_desktop.engine.training.weights import put
from tests.benchmarks.quality.datasets import amazon, movielens, online_retail
from tests.benchmarks.quality.objectives.bought_together import bought_together_pairs
from tests.benchmarks.quality.objectives.elsa import TextElsa
from tests.benchmarks.quality.objectives.own_key import OwnKey
from tests.benchmarks.quality.objectives.placed_keys import PlacedKeys
from tests.benchmarks.quality.task import Task

STEPS, EVERY, TOKENS, LARGEST_BATCH = 160, 8, 3_000, 256
SEEDS = (0, 1, 2)
#: What each seed of a data set is: Online Retail's train part ends before the window so many windows back.
SHOPS: dict[str, Callable[[int], Task]] = {
    "online_retail": lambda seed: online_retail((6, 7, 6)[seed]),
    "amazon": lambda _: amazon(),
    "movielens": lambda _: movielens(),
}
#: Item keys of one seed lie so far from those of another that other lots fall to them.
_KEYS_APART = 1_000_003
_PAIRS = 100_000
_HALF_LIFE_DAYS = 365.0
Line = dict[str, object]


@dataclass(frozen=True)
class Fold:
    """One data set cut for one seed, and all that its runs share. Rows of the pool: products, then other wordings of each."""

    shop: str
    seed: int
    slices: Slices
    item_keys: Int64Array
    model: TrainableEncoder
    frozen: Float32Array  # (n, e), of the model before training
    learnt: ItemSpace  # fitted to what may be learnt from
    stopping: NewProducts
    judging: NewProducts

    @classmethod
    def of(cls, shop: str, seed: int) -> Fold:
        """Cut, read the texts, fit."""
        task = SHOPS[shop](seed)
        keys = task.item_keys + _KEYS_APART * seed
        events = replace(task.train, item_keys=task.train.item_keys + _KEYS_APART * seed)
        slices = slice_behaviour(events, events.select(np.zeros(0, np.int64)))
        words = Words(keys, [item.title for item in task.items], [item.category for item in task.items])
        texts = [item_text(item) for item in task.items]
        model = TrainableEncoder(TextEncoder.load(), layers=2, most_tokens=48)
        model.read([*texts, *reworded(texts, np.random.default_rng(seed))], Progress())
        frozen = model.all_vectors(np.arange(len(texts)), Progress())
        read, parts = TextChannels.of_model(frozen, len(texts)), (slices.validation, slices.gate)
        stopping, judging = (Replay.chosen(part, words, read, _HALF_LIFE_DAYS, Progress()) for part in parts)
        learnt = stopping.fitted(frozen, slices.train, Progress())
        new = (NewProducts(stopping, slices.validation_items), NewProducts(judging, slices.gate_items))
        return cls(shop, seed, slices, keys, model, frozen, learnt, *new)

    @cached_property
    def bought(self) -> Int64Array:
        """Rows of the products learnt from."""
        return np.flatnonzero(self.learnt.warm)

    @cached_property
    def batch(self) -> int:
        """How many texts a step reads."""
        return int(min(TOKENS / self.model.lengths[self.bought].mean(), LARGEST_BATCH))

    @property
    def again(self) -> Int64Array:
        """Rows of the other wordings of the products learnt from."""
        return self.bought + len(self.item_keys)

    @cached_property
    def taste(self) -> Float32Array:
        """The keys (b, d) of the products learnt from, popularity and pad left out."""
        return np.ascontiguousarray(self.learnt.keys[self.bought, :-2])

    @cached_property
    def behaviour(self) -> sp.csr_array:
        """Who bought what (users, b) of the products learnt from."""
        return Events.of(self.slices.train, self.item_keys).matrix(len(self.item_keys))[:, self.bought]

    @cached_property
    def together(self) -> TextPairs:
        """Pairs of products bought together."""
        now = int(self.slices.train.times.max())
        return bought_together_pairs(self.slices.train, self.item_keys, now, _PAIRS, np.random.default_rng(self.seed))

    @cached_property
    def before(self) -> Float64Array:
        """What the model is worth before training, per judging customer."""
        return self.quality(self.frozen)

    def quality(self, texts: Float32Array) -> Float64Array:
        """Return NDCG@10 among the judging products, per customer, of text vectors (n, e)."""
        return self.judging.judge(self.judging.space(texts, Progress()), texts, Progress())["ndcg@10"]


def neighbour_keys(fold: Fold, wordings: Wordings) -> Objective:
    """The package's main objective."""
    texts = fold.frozen[fold.bought]
    return NeighbourKeys(
        wordings,
        fold.taste,
        texts,
        weight=1.0,
        batch=fold.batch,
        neighbours=NEIGHBOURS,
        temperature=TEMPERATURE,
    )


def placed_keys(fold: Fold, wordings: Wordings) -> Objective:
    """Each product's key, told by the regression that places new ones."""
    buyers = np.asarray(fold.learnt.buyers[fold.bought], np.float64)
    return PlacedKeys(wordings, fold.taste, fold.frozen[fold.bought], buyers, weight=1.0, batch=fold.batch)


def own_key(fold: Fold, wordings: Wordings, weight: float = 1.0) -> Objective:
    """Each text to its own key."""
    return OwnKey(wordings, fold.taste, fold.frozen[fold.bought], weight=weight, batch=fold.batch)


def elsa(fold: Fold, wordings: Wordings, weight: float = 1.0) -> Objective:
    """BeeFormer's."""
    return TextElsa(wordings, fold.behaviour, weight=weight, batch=fold.batch)


def in_batch(fold: Fold, _: Wordings) -> Objective:
    """Products bought together; a pair counts as two texts."""
    return InBatchNegatives(fold.together, weight=1.0, batch=fold.batch // 2)


def simcse(fold: Fold) -> Objective:
    """Each text beside its other wording (Gao et al., SimCSE, EMNLP 2021, with words left out instead of dropout alone)."""
    pairs = TextPairs(fold.bought, fold.again, np.ones(len(fold.bought), np.float32))
    return InBatchNegatives(pairs, weight=0.1, batch=64)


MAIN: dict[str, Callable[[Fold, Wordings], Objective]] = {
    "neighbour_keys": neighbour_keys,
    "own_key": own_key,
    "in_batch": in_batch,
    "elsa": elsa,
    "placed_keys": placed_keys,
}
BESIDE: dict[str, Callable[[Fold, Wordings], Objective]] = {
    "own_key": partial(own_key, weight=0.3),
    "elsa": partial(elsa, weight=0.3),
    "simcse": lambda fold, _: simcse(fold),
}
#: Stands behind a main objective's name, as the further objectives do, where each product is read in two wordings.
WORDS = "words"


def objectives_of(fold: Fold, name: str) -> list[Objective]:
    """Return what "elsa" or "neighbour_keys+words+simcse" stands for."""
    main, *added = name.split("+")
    wordings = Wordings(fold.bought, fold.again) if WORDS in added else Wordings(fold.bought)
    return [MAIN[main](fold, wordings), *(BESIDE[beside](fold, wordings) for beside in added if beside != WORDS)]


def run(fold: Fold, name: str, rate: float) -> Line:
    """Train once and return the line to be kept."""
    put(fold.model, fold.model.start)
    began = time.perf_counter()
    recipe = Recipe(STEPS, EVERY, fold.seed, rate, 5 * rate)
    space = fold.stopping.space(fold.frozen, Progress())
    line: Line = {"shop": fold.shop, "objective": name, "seed": fold.seed, "rate": rate, "batch": fold.batch}
    rows = np.arange(len(fold.item_keys))
    try:
        trained = fine_tune(
            fold.model,
            objectives_of(fold, name),
            rows,
            lambda texts: fold.stopping.curves(space, texts, Progress()),
            recipe,
            Progress(),
        )
    except RecsysError as error:
        return {**line, "failed": error.code}
    seconds = time.perf_counter() - began
    after = fold.quality(fold.model.all_vectors(rows, Progress()))
    return {
        **line,
        "steps": trained.steps,
        "best_step": trained.best_step,
        "stopping": [trained.start_value, trained.best_value],
        "judged": [float(fold.before.mean()), float(after.mean())],
        "difference": paired_bootstrap(after, fold.before, 0),
        "customers": len(after),
        "seconds": round(seconds, 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "curve": [[point.step, round(point.value, 4)] for point in trained.points if point.curve == "ndcg@10"],
    }


def lines_of(out: Path) -> list[Line]:
    """Return the finished runs."""
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] if out.exists() else []


def run_all(wanted: Iterable[tuple[str, int, str, float]], out: Path) -> None:
    """Do the runs (data set, seed, objective, layer rate) that are not finished yet, folds in the order they come."""
    fold: Fold | None = None
    for shop, seed, name, rate in wanted:
        done = {(line["shop"], line["seed"], line["objective"], line["rate"]) for line in lines_of(out)}
        if (shop, seed, name, rate) in done:
            continue
        if fold is None or (fold.shop, fold.seed) != (shop, seed):
            fold = Fold.of(shop, seed)
        line = run(fold, name, rate)
        with out.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps({key: value for key, value in line.items() if key != "curve"}), flush=True)


def table(lines: list[Line]) -> str:
    """Return the runs as Markdown: one line for each data set, objective and rate, its seeds side by side."""
    rows = ["| data | objective | layers' rate | gain by seed | mean | best step of | seconds |", "|---" * 7 + "|"]
    grouped: dict[tuple[str, str, float], list[Line]] = {}
    for line in lines:
        grouped.setdefault((str(line["shop"]), str(line["objective"]), float(str(line["rate"]))), []).append(line)
    for (shop, name, rate), found in grouped.items():
        runs = [line for line in found if "failed" not in line]
        gains = [line["judged"][1] / line["judged"][0] - 1 for line in runs]  # type: ignore[index]  # written by run
        each = ", ".join([f"{gain:+.1%}" for gain in gains] + [str(line["failed"]) for line in found if "failed" in line])
        steps = ", ".join(f"{line['best_step']}/{line['steps']}" for line in runs)
        seconds = ", ".join(f"{line['seconds']:.0f}" for line in runs)
        mean = f"{np.mean(gains):+.1%}" if gains else ""
        rows.append(f"| {shop} | {name} | {rate:g} | {each} | {mean} | {steps} | {seconds} |")
    return "\n".join(rows)


def curves(lines: list[Line]) -> str:
    """Return the runs' NDCG@10 in the stopping window, every 16 steps, as Markdown."""
    steps = range(0, STEPS + 1, 2 * EVERY)
    rows = ["| data | objective | rate | seed | " + " | ".join(map(str, steps)) + " |", "|---" * (4 + len(steps)) + "|"]
    for line in lines:
        if "failed" not in line:
            at = dict(line["curve"])  # type: ignore[call-overload]  # pairs, as run writes them
            values = " | ".join(f"{at[step]:.3f}".lstrip("0") if step in at else "" for step in steps)
            rows.append(f"| {line['shop']} | {line['objective']} | {line['rate']:g} | {line['seed']} | {values} |")
    return "\n".join(rows)


def main() -> None:
    """Do the runs, print their table and curves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("objectives.jsonl"))
    parser.add_argument("--shops", nargs="+", default=["online_retail"], choices=tuple(SHOPS))
    parser.add_argument("--objectives", nargs="+", default=[*MAIN], help='e.g. "neighbour_keys" or "elsa+words+simcse"')
    parser.add_argument("--rates", nargs="+", type=float, default=[5e-5, 2e-4])
    parser.add_argument("--seeds", nargs="+", type=int, default=[*SEEDS])
    chosen = parser.parse_args()
    run_all(itertools.product(chosen.shops, chosen.seeds, chosen.objectives, chosen.rates), chosen.out)
    lines = lines_of(chosen.out)
    print(table(lines), curves(lines), sep="\n\n")


if __name__ == "__main__":
    main()
