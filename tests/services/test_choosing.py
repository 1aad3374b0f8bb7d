from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.selection.self_fit import Budget
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.services import choosing, fitting
from recsys_desktop.services.choosing import choose, current_choice, outgrown
from recsys_desktop.services.fitting import fit, load_current
from recsys_desktop.services.shop import Shop
from tests.services.shops import filled_shop


def test_the_choice_is_remembered_and_used_by_the_next_fit(shop: Shop) -> None:
    choice = current_choice(shop)
    assert choice is not None
    assert choice.events == 300
    assert choice.budget is Budget.QUICK
    assert fit(shop, Progress()).choice == choice
    current = load_current(shop)
    assert current is not None
    assert current.space.settings == choice.settings


def test_letters_that_play_no_part_are_not_read(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("the letters were read")

    monkeypatch.setattr(fitting, "fit_letters", read)
    choice = current_choice(shop)
    assert choice is not None
    assert choice.settings.letters_share == 0
    fit(shop, Progress())
    shop.settings.set_json("list_settings", asdict(replace(choice, settings=replace(choice.settings, letters_share=0.15))))
    with pytest.raises(AssertionError, match="were read"):
        fit(shop, Progress())


def test_asked_for_it_is_made_anew(shop: Shop) -> None:
    assert fit(shop, Progress(), budget=Budget.THOROUGH).choice.budget is Budget.THOROUGH
    remembered = current_choice(shop)
    assert remembered is not None
    assert remembered.budget is Budget.THOROUGH


def test_a_shop_that_has_grown_by_a_fifth_tries_again(shop: Shop) -> None:
    choice, behaviour = current_choice(shop), shop.interactions.load()
    assert choice is not None
    assert not outgrown(replace(choice, events=250), behaviour)
    assert outgrown(replace(choice, events=249), behaviour)
    assert outgrown(replace(choice, events=376), behaviour)
    assert not outgrown(replace(choice, events=375), behaviour)


@pytest.mark.parametrize("stored", [None, 7, [], {}, {"settings": {"width": 3}}, {"settings": {"no such": 1}, "steps": []}])
def test_what_cannot_be_understood_counts_as_never_chosen(shop: Shop, stored: object) -> None:
    shop.settings.set_json("list_settings", stored)
    assert current_choice(shop) is None
    fit(shop, Progress())
    assert current_choice(shop) is not None


def test_a_cancel_leaves_what_was_remembered(shop: Shop) -> None:
    before, progress = current_choice(shop), Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        fit(shop, progress, budget=Budget.THOROUGH)
    assert current_choice(shop) == before


@pytest.mark.parametrize(("unread", "share"), [(0.9, 1.0), (0.1, 0.0), (None, 0.0)])
def test_where_nothing_can_be_tried_letters_read_what_the_model_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unread: float | None, share: float
) -> None:
    monkeypatch.setattr(choosing, "unread_share", lambda _: unread)
    opened = filled_shop(tmp_path / "shop")
    keys = opened.catalogue.keys()[0]
    nobody = opened.interactions.load().select(np.zeros(0, np.int64))
    choice = choose(opened, keys, TextChannels.of_model(None, len(keys)), nobody, Budget.QUICK, Progress())
    opened.close()
    assert choice.settings.letters_share == share
