"""Commands that bring a shop up to date, look after it, and write its files."""

from __future__ import annotations

from pathlib import Path

import click

from recsys_desktop.cli.base import Outcome, command, commands, json_option, list_length_option, progress
from recsys_desktop.services import reports
from recsys_desktop.services.shop import Shop


@commands.command()
@json_option
@command
def encode(shop: Shop) -> Outcome:
    """Read new and changed products with the language model and bring the lists up to date."""
    from recsys_desktop.services.fitting import prepare

    return reports.of_encoding(prepare(shop, progress()))


@commands.command()
@json_option
@command
def status(shop: Shop) -> Outcome:
    """Say what the shop holds, what its data can carry, and what to collect next."""
    from recsys_desktop.services.advising import advise
    from recsys_desktop.services.statistics import shop_state

    return reports.of_status(shop_state(shop), advise(shop))


@commands.command()
@click.option("--thorough", is_flag=True, help="Try longer: up to a quarter of an hour instead of about a minute.")
@json_option
@command
def fit(shop: Shop, thorough: bool) -> Outcome:
    """Try out which lists suit the shop, and say how they are made."""
    from recsys_desktop.engine.selection.self_fit import Budget
    from recsys_desktop.services.fitting import fit as run_fit
    from recsys_desktop.services.listing.list_making import list_making

    report = run_fit(shop, progress(), budget=Budget.THOROUGH if thorough else Budget.QUICK)
    making = list_making(shop)
    assert making is not None, "a fit leaves a space behind"
    return reports.of_fit(report, making)


@commands.command()
@click.option("--epochs", type=click.IntRange(1, 100), help="Rounds over the behaviour (default: chosen by the size of the shop).")
@click.option("--seed", type=int, default=0, show_default=True)
@json_option
@command
def train(shop: Shop, epochs: int | None, seed: int) -> Outcome:
    """Let the language model learn from the shop; the new version is kept only if it is better."""
    from recsys_desktop.services.learning.training import TrainingPlan
    from recsys_desktop.services.learning.training import train as run_training

    return reports.of_training(run_training(shop, TrainingPlan(epochs=epochs, seed=seed), progress()))


@commands.command()
@json_option
@command
def evaluate(shop: Shop) -> Outcome:
    """Replay the last weeks: would the lists have shown what customers then bought?"""
    from recsys_desktop.services.learning.evaluating import evaluate as run_evaluation

    return reports.of_evaluation(run_evaluation(shop, progress()))


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--export", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="CSV file of the lists.")
@list_length_option
@json_option
@command
def nightly(shop: Shop, folder: Path, file: Path, k: int | None) -> Outcome:
    """Import what is new in FOLDER, read it, and write the lists: for cron or the Task Scheduler."""
    from recsys_desktop.services.nightly import run_nightly

    return reports.of_nightly(run_nightly(shop, folder, file, k, progress()))
