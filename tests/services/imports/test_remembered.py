"""What a person said about a file counts for the next one of its kind, until it is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.wishes import NO_WISHES, Mapping, Wishes
from recsys_desktop.services.imports.importing import import_files, inspect_files, save_bad_rows
from recsys_desktop.services.imports.previewing import look
from recsys_desktop.services.imports.remembered import forget, remember, remembered
from recsys_desktop.services.shop import Shop, open_shop

SAID = Wishes("behaviour", Mapping({"user_id": "aaa", "item_id": "bbb", "time": "ccc"}), exact=True, day_first=False)


@pytest.fixture
def shop(tmp_shop_dir: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_shop_dir)
    yield opened
    opened.close()


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_next_file_with_the_same_header_is_read_alike(shop: Shop, tmp_path: Path) -> None:
    monday = write(tmp_path / "monday.csv", "AAA,bbb,ccc\nu,p,03/04/2024\nv,p,03/05/2024\n")
    (plan,) = inspect_files([monday], SAID)
    remember(shop, plan, SAID)
    tuesday = write(tmp_path / "tuesday.csv", "aaa,bbb,ccc\nw,q,03/06/2024\n")
    assert remembered(shop, tuesday) == SAID
    seen = look(tuesday, shop=shop)
    assert (seen.remembered, seen.wishes, seen.ready) == (True, SAID, True)
    assert seen.columns == {"user_id": "aaa", "item_id": "bbb", "time": "ccc"}
    (found,) = inspect_files([tuesday], shop=shop)
    assert (found.wishes, found.questions) == (SAID, ())
    import_files(shop, [found], Progress())
    assert shop.interactions.last_time() == 1_709_683_200  # the sixth of March


def test_what_is_said_now_counts_more(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "aaa,bbb,ccc\nu,p,03/04/2024\n")
    remember(shop, inspect_files([path], SAID)[0], SAID)
    other = Wishes("catalogue", Mapping({"item_id": "aaa", "title": "bbb"}), exact=True)
    assert look(path, other, shop).plan == inspect_files([path], other, shop)[0]
    assert not look(path, other, shop).remembered


def test_another_header_is_another_file(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "aaa,bbb,ccc\nu,p,03/04/2024\n")
    remember(shop, inspect_files([path], SAID)[0], SAID)
    other = write(tmp_path / "b.csv", "aaa,ccc,bbb\nu,p,03/04/2024\n")
    assert remembered(shop, other) is None
    assert not look(other, shop=shop).remembered


def test_forgotten_is_as_if_nothing_had_been_said(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "aaa,bbb,ccc\nu,p,03/04/2024\n")
    plan = inspect_files([path], SAID)[0]
    remember(shop, plan, SAID)
    forget(shop, plan)
    assert remembered(shop, path) is None
    assert look(path, shop=shop).wishes == NO_WISHES


def test_what_does_not_fit_the_file_is_passed_over(shop: Shop, tmp_path: Path) -> None:
    """The encoding of the first file is not that of the second."""
    said = Wishes(encoding="utf-8")
    first = write(tmp_path / "a.csv", "sku,name\n1,Vase\n")
    remember(shop, inspect_files([first], said)[0], said)
    second = tmp_path / "b.csv"
    second.write_bytes("sku,name\n1,玻璃花瓶\n2,茶壶\n3,一个大玻璃花瓶\n".encode("gb18030"))
    (plan,) = inspect_files([second], shop=shop)
    assert plan.preview[0] == ("1", "玻璃花瓶")
    assert not look(second, shop=shop).remembered


def test_saved_bad_rows_are_read_as_their_file_was(shop: Shop, tmp_path: Path) -> None:
    said = Wishes("behaviour", SAID.columns, exact=True, delimiter=";", day_first=False)
    path = write(tmp_path / "a.csv", "aaa;bbb;ccc\nu;p;03/04/2024\nu;q;soon\nv;p;03/05/2024\n")
    plans = inspect_files([path], said)
    remember(shop, plans[0], said)
    report = import_files(shop, plans, Progress()).files[0]
    bad = tmp_path / "bad.csv"
    assert save_bad_rows(report, bad) == 1
    bad.write_text(bad.read_text(encoding="utf-8-sig").replace(",soon", ",03/06/2024"), encoding="utf-8-sig")
    (plan,) = inspect_files([bad], shop=shop)
    assert (plan.wishes.delimiter, plan.mapping.columns) == (None, {"user_id": "aaa", "item_id": "bbb", "time": "ccc"})
    assert import_files(shop, [plan], Progress()).files[0].new == 1
    assert shop.interactions.last_time() == 1_709_683_200


def test_a_damaged_memory_is_no_memory(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "sku,name\n1,Vase\n")
    said = Wishes(encoding="utf-8")
    remember(shop, inspect_files([path], said)[0], said)
    known = shop.settings.get_json("import_wishes")
    assert isinstance(known, dict)
    (name,) = known
    for nonsense in ([], "x", {name: 5}, {name: {"role": "auto"}}):
        shop.settings.set_json("import_wishes", nonsense)
        assert remembered(shop, path) is None


def test_a_date_of_the_file_itself_tells_more_than_what_was_said_about_another(shop: Shop, tmp_path: Path) -> None:
    july = write(tmp_path / "july.csv", "order id,date,customer,sku\n1,07/08/2026,C1,M1\n2,05/06/2026,C2,M1\n")
    month_first = Wishes(day_first=False)
    remember(shop, inspect_files([july], month_first)[0], month_first)
    august = write(tmp_path / "august.csv", "order id,date,customer,sku\n5,27/08/2026,C1,M1\n6,13/08/2026,C1,M1\n")
    report = import_files(shop, inspect_files([august], shop=shop), Progress()).files[0]
    assert (report.new, report.bad) == (2, 0)
    assert look(august, shop=shop).ready
