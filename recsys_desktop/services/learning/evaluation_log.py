"""What replays have found, kept in the store: shown again after a restart, with a word where the shop has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import EVALUATION

Interval = tuple[float, float, float]
#: Of fewer a sample says little, whatever its interval.
_FEWEST_CUSTOMERS = 20


@dataclass(frozen=True)
class EvaluationReport:
    """The replay of one window. ``rows`` maps a way of making lists to its metrics as (mean, lower, upper 95 % bound).

    ``hits`` counts the customers who would have seen something they then bought, of ``customers`` in all; ``difference`` is
    ours - popularity in NDCG@10, paired by customer. ``learnt_until`` is the newest time used, before ``window_start``.
    """

    customers: int
    rows: dict[str, dict[str, Interval]]
    hits: dict[str, int]
    coverage: dict[str, float]
    difference: Interval
    learnt_until: int
    window_start: int
    window_end: int
    seconds: float
    verdict: Text


@dataclass(frozen=True)
class KeptEvaluation:
    """The latest replay, when it was made (seconds UTC), and whether the shop has changed since."""

    report: EvaluationReport
    time: int
    outdated: bool
    items: int  # in the catalogue then


def keep(shop: Shop, report: EvaluationReport) -> None:
    """Keep a replay among the runs. Its verdict is not kept: it follows from the figures, in any language."""
    figures = asdict(report)
    del figures["verdict"]
    run = shop.runs.start(EVALUATION, {}, 0)
    shop.runs.finish(run, {"figures": figures, "state": _state(shop), "items": shop.catalogue.count()}, None)


def last_evaluation(shop: Shop) -> KeptEvaluation | None:
    """Return the latest replay; None where there was none, or an earlier version of the program kept it in another form."""
    run = shop.runs.latest(EVALUATION)
    if run is None or run.finished is None:
        return None
    try:
        report = _report(run.result["figures"])
        return KeptEvaluation(report, run.finished, run.result["state"] != _state(shop), int(str(run.result["items"])))
    except (KeyError, TypeError, ValueError):
        return None


def _report(figures: object) -> EvaluationReport:
    if not isinstance(figures, Mapping):
        raise TypeError("no figures")
    rows = {way: {name: _interval(value) for name, value in values.items()} for way, values in figures["rows"].items()}
    difference = _interval(figures["difference"])
    verdict = verdict_of(figures["customers"], figures["hits"], difference)
    return EvaluationReport(**{**figures, "rows": rows, "difference": difference, "verdict": verdict})


def _interval(values: list[float]) -> Interval:
    mean, low, high = values
    return mean, low, high


def _state(shop: Shop) -> list[object]:
    """Return what a replay depends on."""
    return [shop.interactions.signature(), shop.catalogue.count(), shop.model_versions.active().number]


def verdict_of(customers: int, hits: Mapping[str, int], difference: Interval) -> Text:
    """Return what a replay found, in words; ``difference`` is that in NDCG@10, which also sees how high up a product is."""
    counts = {"ours": hits["ours"], "customers": customers, "popularity": hits["popularity"]}
    enough = customers >= _FEWEST_CUSTOMERS
    if enough and difference[1] > 0 and hits["ours"] <= hits["popularity"]:
        return message(
            "evaluate",
            "Partly: {ours} of {customers} customers would have seen something they then bought; with a bestseller list "
            "{popularity}. But what they bought is higher up in your lists.",
        ).fill(**counts)
    if enough and difference[1] > 0:
        return message(
            "evaluate",
            "Yes: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. "
            "The difference is too large to be chance.",
        ).fill(**counts)
    if enough and difference[2] < 0:
        return message(
            "evaluate",
            "No: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. "
            "For now the bestseller list is the better one.",
        ).fill(**counts)
    return message(
        "evaluate",
        "Not clear yet: {ours} of {customers} customers would have seen something they then bought; with a bestseller list "
        "{popularity}. The difference may be chance.",
    ).fill(**counts)
