"""What the tour prints: the numbers of each step, for a person and for a log."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from recsys_desktop.services.fitting import PrepareReport
from recsys_desktop.services.imports.importing import ImportReport
from recsys_desktop.services.learning.training import TrainingReport
from recsys_desktop.services.listing.recommending import RecommendationList


def say(text: str) -> None:
    """Print a line at once: a long tour is watched in a log."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_import(report: ImportReport) -> None:
    """Print what became of each file."""
    for file in report.files:
        say(f"{file.path.name}: {file.platform}, {file.encoding}, delimiter {file.delimiter!r}")
        left_out = "".join(f", {reason.replace('_', ' ')} {count:,}" for reason, count in sorted(file.skipped.items()))
        say(f"  rows read {file.rows:,}, imported {file.imported:,}, unchanged {file.unchanged:,}, bad {file.bad:,}{left_out}")
        say(f"  products {file.items:,}, customers {file.users:,}, interactions {file.interactions:,}")
    say(f"  {report.seconds:.1f} s in all, {report.merge_seconds:.1f} s of it in the one transaction")


def say_preparation(report: PrepareReport) -> None:
    """Print how fast texts were read, and what was learnt from behaviour."""
    for what, read in (("products", report.catalogue), ("customers' sentences", report.sentences)):
        rate = read.encoded / read.seconds if read.seconds > 0 else 0.0
        say(f"{what} read: {read.encoded:,} in {read.seconds:.1f} s ({rate:,.0f} per second), {read.reused:,} known already")
    fit = report.fit
    say(f"learnt from behaviour in {fit.seconds:.1f} s: {fit.items:,} products, {fit.warm:,} with buyers, {fit.groups} groups")


def say_list(made: RecommendationList) -> None:
    """Print a customer's list with its reasons."""
    say(f"list of customer {made.user_id}, model {made.model_version} ({made.step}):")
    for place in made.items:
        because = "; ".join(f"{reason.text} ({reason.share:+.3f})" for reason in place.reasons[:3])
        say(f"  {place.rank:2d}. {place.item.title} [{place.item.item_id}] {place.score:.3f}: {because}")


def say_change(before: RecommendationList, after: RecommendationList) -> None:
    """Print where each product of two lists stood and stands."""
    old = {place.item.item_id: place.rank for place in before.items}
    new = {place.item.item_id: place.rank for place in after.items}
    titles = {place.item.item_id: place.item.title for made in (before, after) for place in made.items}
    for item_id in [*new, *(item_id for item_id in old if item_id not in new)]:
        say(f"  {_place(old.get(item_id)):>4} -> {_place(new.get(item_id)):>4}  {titles[item_id]}")


def say_training(report: TrainingReport) -> None:
    """Print both models beside the bestseller list, and what was trained."""
    say(f"training: {report.seconds:.1f} s, {'kept' if report.kept else 'not kept'}; model {report.model_version} is in use")
    say(f"  {report.verdict}")
    for name, title in (("new", "new model"), ("active", "model before"), ("popularity", "bestseller list")):
        for line in _metrics(report.metrics.get(name, {})):
            say(f"  {title}: {line}")
    moved = sorted(report.parameters, key=lambda change: change.norm_of_change, reverse=True)
    say(f"  parameters changed: {sum(change.norm_of_change > 0 for change in moved)} of {len(moved)}; most:")
    for change in moved[:8]:
        say(f"    {change.name}: |w| {change.norm_before:.3f}, |change| {change.norm_of_change:.4f}")


def _metrics(values: Mapping[str, object], prefix: str = "") -> list[str]:
    lines, own = [], []
    for name, value in values.items():
        if isinstance(value, Mapping):
            lines += _metrics(value, f"{prefix}{name} ")
        else:
            own.append(f"{name} {_value(value)}")
    return ([f"{prefix}{', '.join(own)}"] if own else []) + lines


def _value(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 3:
        mean, low, high = value
        return f"{mean:.4f} [{low:.4f}, {high:.4f}]"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def _place(rank: int | None) -> str:
    return "-" if rank is None else str(rank)
