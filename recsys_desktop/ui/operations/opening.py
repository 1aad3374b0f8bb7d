"""Getting a shop to where lists can be shown: the sample shop, reading products, loading the language model."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.store.runs import TRAINING
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.advising import Advice
    from recsys_desktop.services.fitting import PrepareReport
    from recsys_desktop.services.samples import RemovedSample, SampleReport
    from recsys_desktop.services.statistics import ShopState
    from recsys_desktop.store.runs import Run


@dataclass(frozen=True)
class Counts:
    """What the rail and the status line say about a shop."""

    name: str
    items: int
    users: int
    model_version: int


@dataclass(frozen=True)
class HomeState:
    """What the home page shows."""

    shop: ShopState
    is_sample: bool
    active: ModelVersion
    last_training: Run | None  # the latest that came to a result


def load_sample(*, workplace: Workplace, language: str, words: str = "products") -> Job:
    """Fill the shop with the sample of a language ("en", "zh_CN") and prepare its lists. Succeeds with a SampleReport.

    ``words`` is what it holds: "products", "articles" or "films".
    """
    job = workplace.runner.submit(
        Lane.COMPUTE, partial(_load_sample, workplace.shop, language, words), title=message("opening", "Opening the sample shop")
    )
    job.succeeded.connect(lambda _: reload_lists(workplace=workplace, changes=Changes.everything()))
    return job


def remove_sample(*, workplace: Workplace) -> Job:
    """Take the sample out of the shop, with the way back. Succeeds with a RemovedSample."""
    job = workplace.runner.submit(
        Lane.COMPUTE, partial(_remove_sample, workplace.shop), title=message("opening", "Removing the sample shop")
    )
    job.succeeded.connect(lambda removed: _tell_of_removal(workplace, removed))
    return job


def bring_sample_back(*, workplace: Workplace, removed: RemovedSample) -> Job:
    """Undo :func:`remove_sample`. Succeeds with None."""
    job = workplace.runner.submit(
        Lane.COMPUTE, partial(_bring_back, workplace.shop, removed), title=message("opening", "Bringing the sample shop back")
    )
    job.succeeded.connect(lambda _: reload_lists(workplace=workplace, changes=Changes.everything()))
    return job


def prepare(*, workplace: Workplace) -> Job:
    """Read new products and learn from all behaviour, so that lists can be shown. Succeeds with a PrepareReport."""
    job = workplace.runner.submit(
        Lane.COMPUTE, partial(_prepare, workplace.shop), title=message("opening", "Reading your products")
    )
    job.succeeded.connect(lambda _: reload_lists(workplace=workplace))
    return job


def reload_lists(*, workplace: Workplace, changes: Changes | None = None) -> Job:
    """Let lists be made from what was prepared last, then tell every page; ``changes`` are those of the model unless said."""
    job = workplace.runner.submit(Lane.RANK, partial(_reload, workplace))
    job.succeeded.connect(lambda _: workplace.changed.emit(changes or Changes(model=True)))
    return job


def load_model(*, workplace: Workplace) -> Job:
    """Load the language model for the first time, which takes seconds; the status line follows. Succeeds with None."""
    workplace.set_model_state(message("opening", "Language model: loading…"))
    job = workplace.runner.submit(Lane.COMPUTE, partial(_load_model, workplace.shop))

    def fail(error: Exception) -> None:
        workplace.set_model_state(message("opening", "Language model: could not be loaded"))
        workplace.show_failure(error)

    job.succeeded.connect(lambda _: workplace.set_model_state(message("opening", "Language model: ready")))
    job.failed.connect(fail)
    return job


def read_home(*, workplace: Workplace) -> Job:
    """Read the state of the shop and its latest training; the newest request wins. Succeeds with a HomeState."""
    return workplace.runner.submit(Lane.RANK, partial(_read_home, workplace.shop), newest_wins=True)


def read_advice(*, workplace: Workplace) -> Job:
    """Find out what the shop's data can carry; the newest request wins. Succeeds with an Advice.

    It may take seconds, so it does not wait in the lane in which lists are made.
    """
    return workplace.runner.submit(Lane.COMPUTE, partial(_advise, workplace.shop), newest_wins=True)


def read_counts(*, workplace: Workplace) -> Job:
    """Read what the rail and the status line say. Succeeds with Counts; every reader gets its own, so none supersedes another."""
    return workplace.runner.submit(Lane.RANK, partial(_read_counts, workplace.shop))


def _load_sample(shop: Shop, language: str, words: str, progress: Progress) -> SampleReport:
    from recsys_desktop.services.samples import load_sample as load

    return load(shop, language, words, progress)


def _remove_sample(shop: Shop, progress: Progress) -> RemovedSample:
    from recsys_desktop.services.samples import remove_sample as remove

    return remove(shop, progress)


def _bring_back(shop: Shop, removed: RemovedSample, progress: Progress) -> None:
    from recsys_desktop.services.samples import bring_back

    bring_back(shop, removed, progress)


def _tell_of_removal(workplace: Workplace, removed: RemovedSample) -> None:
    text = message("opening", "The sample is removed: {items} products and {users} customers. What is your own stayed.")
    undo = partial(bring_sample_back, workplace=workplace, removed=removed)
    notice = Notice(text.fill(items=removed.items, users=removed.users), undo, "sample")
    job = reload_lists(workplace=workplace, changes=Changes.everything())
    # Only then: the window may be built anew, as it speaks of products again.
    job.succeeded.connect(lambda _: workplace.notified.emit(notice))
    if removed.items_left:
        prepare(workplace=workplace)


def _prepare(shop: Shop, progress: Progress) -> PrepareReport:
    from recsys_desktop.services.fitting import prepare as prepare_lists

    return prepare_lists(shop, progress)


def _reload(workplace: Workplace, progress: Progress) -> None:
    progress.raise_if_cancelled()
    workplace.recommender.reload()


def _load_model(shop: Shop, progress: Progress) -> None:
    from recsys_desktop.services.encoding import load_encoder
    from recsys_desktop.services.learning.model_versions import drop_orphans

    progress.raise_if_cancelled()
    drop_orphans(shop)  # of models deleted in an earlier sitting
    load_encoder(shop, shop.model_versions.active().number)
    # The charts' library too: the page that shows the first one would stand still for 150 ms. Importing makes no Qt object.
    importlib.import_module("pyqtgraph")


def _read_home(shop: Shop, progress: Progress) -> HomeState:
    from recsys_desktop.services.sample_names import sample_in
    from recsys_desktop.services.statistics import shop_state

    progress.raise_if_cancelled()
    return HomeState(shop_state(shop), bool(sample_in(shop)), shop.model_versions.active(), shop.runs.latest(TRAINING))


def _advise(shop: Shop, progress: Progress) -> Advice:
    from recsys_desktop.services.advising import advise

    progress.raise_if_cancelled()
    return advise(shop)


def _read_counts(shop: Shop, progress: Progress) -> Counts:
    progress.raise_if_cancelled()
    name = str(shop.settings.get(SHOP_NAME))
    return Counts(name, shop.catalogue.count(), shop.users.count(), shop.model_versions.active().number)
