"""Every platform the importer knows has a name a person understands."""

from __future__ import annotations

from recsys_desktop.ingest import platforms
from recsys_desktop.ui.dialogs.platform_words import PLATFORMS, platform_name


def test_every_platform_has_words_and_no_words_are_left_over() -> None:
    assert {platform.name for platform in platforms.PLATFORMS} == set(PLATFORMS)


def test_a_platform_is_called_by_its_words_and_a_plain_table_by_none() -> None:
    assert str(platform_name("eccube_orders")) == "EC-CUBE orders"
    assert platform_name(platforms.GENERIC) is None
