"""Begins and ends the tour."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from recsys_desktop import paths
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.services.learning.training import TrainingPlan
from recsys_desktop.ui.faults import Faults
from recsys_desktop.ui.tour.camera import Camera
from recsys_desktop.ui.tour.figures import say
from recsys_desktop.ui.tour.looks import photograph_all, photograph_long_words, set_look
from recsys_desktop.ui.tour.script import Script
from recsys_desktop.ui.tour.waiting import TourFailed, Watcher, wait_for
from recsys_desktop.ui.window_keeper import WindowKeeper

#: For the sample shop, which is invented: the tour shows how training goes, within a minute or two.
SHORT_TRAINING = TrainingPlan(epochs=4)


class Opened(Protocol):
    """What the composition root hands over: a shop with its window."""

    keeper: WindowKeeper
    faults: Faults

    def open(self) -> None:
        """Show the window and begin to load what is heavy."""
        ...


def run_tour(session: Opened, out: Path, orders: Path | None) -> int:
    """Do the whole job in a session on an empty shop; return 0 where all of it went well. Pictures and lists go to ``out``."""

    def act(keeper: WindowKeeper, watcher: Watcher, camera: Camera) -> None:
        script = Script(keeper, watcher, camera, out)
        _follow(script, camera, orders)
        photograph_all(keeper, watcher, camera, script.standing)
        photograph_long_words(keeper, watcher, camera)

    return _run(session, out, act)


def take_pictures(session: Opened, out: Path) -> int:
    """Take the pictures of a shop in every look, without the job; return 0 where all of it went well."""
    return _run(session, out, lambda keeper, watcher, camera: photograph_all(keeper, watcher, camera, None))


def _run(session: Opened, out: Path, act: Callable[[WindowKeeper, Watcher, Camera], None]) -> int:
    began = time.perf_counter()
    keeper = session.keeper
    watcher = Watcher(keeper.workplace.runner)
    keeper.workplace.bug_reported.connect(watcher.note_fault)
    session.faults.found.connect(watcher.note_fault)
    camera = Camera(out, watcher)
    try:
        _check_translation()
        out.mkdir(parents=True, exist_ok=True)
        wait_for(keeper.workplace.model_state_changed, session.open, "the window to be painted")
        set_look(keeper, watcher, "light", "en")
        act(keeper, watcher, camera)
    except (TourFailed, RecsysError, OSError) as error:
        say(f"The tour stopped: {error}")
        return 1
    say(f"{camera.count} pictures, {time.perf_counter() - began:.0f} s")
    return 0


def _follow(script: Script, camera: Camera, orders: Path | None) -> None:
    camera.set_look("job")
    script.first_run()
    if orders is None:
        script.try_sample()
    else:
        script.import_orders(orders)
    script.look_at_customer()
    script.click_three_times()
    script.fit_to_shop()
    script.add_product()
    script.improve(SHORT_TRAINING if orders is None else None)
    script.compare()
    script.export()


def _check_translation() -> None:
    if not (paths.resources_dir() / "translations" / "recsys_desktop_zh_CN.qm").exists():
        raise TourFailed("the Chinese translation is not compiled; run packaging/translations.py release")
