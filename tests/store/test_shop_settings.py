"""Settings: what cannot be used is the default."""

from __future__ import annotations

import pytest

from recsys_desktop.settings import ALL_SETTINGS, HALF_LIFE_DAYS, KEEP_CONTACTS, LANGUAGE, SHOP_NAME
from recsys_desktop.store.database import Database
from recsys_desktop.store.shop_settings import ShopSettings
from tests.store.shops import opened


@pytest.fixture
def settings(database: Database) -> ShopSettings:
    return ShopSettings(database)


def test_a_new_shop_has_the_defaults(settings: ShopSettings) -> None:
    assert {setting.key: settings.get(setting) for setting in ALL_SETTINGS} == {
        "shop_name": "",
        "language": "system",
        "colours": "system",
        "catalogue_words": "products",
        "ask_questions": True,
        "half_life_days": 365.0,
        "keep_contacts": False,
        "watched_folder": "",
    }


def test_what_was_set_is_there_after_reopening(database: Database, settings: ShopSettings) -> None:
    settings.set(SHOP_NAME, "蜡烛店 “é”")
    settings.set(KEEP_CONTACTS, True)
    settings.set(HALF_LIFE_DAYS, 25)
    settings.set(HALF_LIFE_DAYS, 90)
    with opened(database.path) as again:
        kept = ShopSettings(again)
        assert (kept.get(SHOP_NAME), kept.get(KEEP_CONTACTS), kept.get(HALF_LIFE_DAYS)) == ("蜡烛店 “é”", True, 90.0)


@pytest.mark.parametrize(
    "nonsense", ['"ten"', "0", "36501", "-1.5", "true", "null", "[10]", "1e999", "", "{", "ten", "not json", "'\U0001f600"]
)
def test_nonsense_in_the_file_is_the_default(database: Database, settings: ShopSettings, nonsense: str) -> None:
    with database.atomic() as db:
        db.execute("INSERT INTO settings (key, value) VALUES ('half_life_days', ?)", (nonsense,))
    assert settings.get(HALF_LIFE_DAYS) == 365.0


def test_what_is_not_allowed_is_not_stored(settings: ShopSettings) -> None:
    settings.set(LANGUAGE, "zh_CN")
    with pytest.raises(ValueError, match="language"):
        settings.set(LANGUAGE, "klingon")
    assert settings.get(LANGUAGE) == "zh_CN"


def test_the_program_s_own_memory_is_apart(settings: ShopSettings) -> None:
    assert settings.get_json("half_life_days") is None
    settings.set_json("half_life_days", {"folder": "空间", "n": [1, 2.5, None, True]})
    assert settings.get_json("half_life_days") == {"folder": "空间", "n": [1, 2.5, None, True]}
    assert settings.get(HALF_LIFE_DAYS) == 365.0
    settings.set_json("half_life_days", None)
    assert settings.get_json("half_life_days") is None
