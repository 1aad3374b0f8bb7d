"""Whether a newly trained model is kept: the rule, and the sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.evaluation import bootstrap, paired_bootstrap
from recsys_desktop.engine.history import Float64Array

Interval = tuple[float, float, float]
#: Per-customer values by metric, by "new", "active" and "popularity".
Judged = Mapping[str, Mapping[str, Float64Array]]
_SEED = 0


@dataclass(frozen=True)
class Judgement:
    """The new model, the one in use and a bestseller list on weeks that none of them has learnt from."""

    metrics: dict[str, dict[str, object]]
    new_products: Interval  # new - active in NDCG@10 among new products: mean, lower and upper 95 % bound
    all_products: Interval  # new - active in NDCG@10 over all products
    hits: dict[str, int]  # customers with something they took among the first ten new products
    customers: int  # who took new products

    @property
    def better(self) -> bool:
        """The rule, written before any result was seen.

        Keep the new model if, customer by customer (paired bootstrap) on weeks it has not seen, its lists of new products are
        better, the 95 % interval of the NDCG@10 difference lying above 0, and its lists over all products are not worse beyond
        chance: that interval does not lie below 0.
        """
        return self.new_products[1] > 0 and self.all_products[2] >= 0

    @property
    def verdict(self) -> Text:
        """The outcome in words."""
        return verdict_of(self.hits, self.customers, better=self.better, better_among_new=self.new_products[1] > 0)


def verdict_of(hits: Mapping[str, int], customers: int, *, better: bool, better_among_new: bool) -> Text:
    """Return what a comparison found, in words that stay true whichever model is in use later.

    ``hits`` are the ``customers`` with something they took among the first ten new products, by "new", "active", "popularity".
    """
    counts = {**hits, "customers": customers}
    if better:
        return message(
            "train",
            "Better than before: {new} of {customers} customers would have seen a new product that they then bought. Before: "
            "{active}. By likeness to bestsellers alone: {popularity}.",
        ).fill(**counts)
    if better_among_new:
        return message(
            "train",
            "Better for new products ({new} instead of {active} of {customers} customers would have seen one they bought), but "
            "worse for all others.",
        ).fill(**counts)
    return message(
        "train",
        "Not clearly better: {new} of {customers} customers would have seen a new product that they then bought. Before: "
        "{active}. By likeness to bestsellers alone: {popularity}.",
    ).fill(**counts)


def verdict_of_run(result: Mapping[str, object]) -> Text | None:
    """Return the verdict of a training that is kept among the runs; None where it did not come to one."""
    hits, customers, difference = result.get("hits"), result.get("customers"), result.get("difference")
    if not isinstance(hits, Mapping) or not isinstance(customers, int) or not isinstance(difference, list):
        return None
    counts = {str(name): int(count) for name, count in hits.items()}
    return verdict_of(counts, customers, better=bool(result.get("kept")), better_among_new=float(difference[1]) > 0)


def judgement_of(everything: Judged, among_new: Judged) -> Judgement:
    """Sum up per-customer values over all products and among new ones; customers stand in the same order within each."""
    metrics: dict[str, dict[str, object]] = {name: {**_intervals(values)} for name, values in everything.items()}
    for name, values in among_new.items():
        metrics[name]["new_products"] = _intervals(values)
    hits = {name: int(values["hit_rate@10"].sum()) for name, values in among_new.items()}
    return Judgement(metrics, _difference(among_new), _difference(everything), hits, len(among_new["new"]["ndcg@10"]))


def _difference(judged: Judged) -> Interval:
    return paired_bootstrap(judged["new"]["ndcg@10"], judged["active"]["ndcg@10"], _SEED)


def _intervals(values: Mapping[str, Float64Array]) -> dict[str, Interval]:
    return {name: bootstrap(per_user, _SEED) for name, per_user in values.items()}
