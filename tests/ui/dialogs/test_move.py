"""The window for moving a shop: a file out, a file in, and time to think better of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.arriving import waits
from recsys_desktop.services.moving import pack
from recsys_desktop.services.shop import open_shop
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.ui.dialogs.move import MoveDialog
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


def shown(qtbot: QtBot, workplace: Workplace) -> MoveDialog:
    dialog = MoveDialog(workplace)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, workplace)
    return dialog


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def test_a_shop_is_packed(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    workplace.shop.users.add(UserId("ann"))
    dialog = shown(qtbot, workplace)
    path = tmp_path / "mine.recsys-shop"
    dialog.pack_to(path)
    settle(qtbot, workplace)
    assert path.exists()
    assert dialog.remark.text().startswith("mine.recsys-shop is ready (")
    assert dialog.remark.text().endswith("0 products, 1 customers.")


def test_a_shop_arrives_and_is_refused_again(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    other = open_shop(tmp_path / "other")
    other.settings.set(SHOP_NAME, "Willow")
    packed = pack(other, tmp_path / "theirs.recsys-shop", Progress())
    other.close()
    dialog = shown(qtbot, workplace)
    assert not dialog.go.isVisible()
    dialog.look_at(packed.path)
    settle(qtbot, workplace)
    assert dialog.holds.text().startswith("Willow, packed today")
    dialog.go.click()
    settle(qtbot, workplace)
    assert waits(workplace.shop.data_dir)
    assert dialog.waiting.isVisible()
    assert not dialog.go.isVisible()
    assert shown(qtbot, workplace).waiting.isVisible()
    dialog.forget.click()
    settle(qtbot, workplace)
    assert not waits(workplace.shop.data_dir)
    assert not dialog.waiting.isVisible()


def test_a_wrong_file_is_named(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    (tmp_path / "x.recsys-shop").write_text("hello")
    dialog = shown(qtbot, workplace)
    dialog.look_at(tmp_path / "x.recsys-shop")
    settle(qtbot, workplace)
    assert dialog.remark.text().startswith("x.recsys-shop is not a shop packed for another computer.")
    assert not dialog.go.isVisible()
