from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.services.importing import FileReport, import_files, inspect_files, save_bad_rows
from recsys_desktop.services.shop import Shop, open_shop

CATALOGUE = "sku,name,price\nX1,Lamp,5\nX2,Chair,7\nX3,Desk,abc\nX4,Rug,9\n"
ORDERS = (
    "order_id,customer_id,sku,title,quantity,price,order_date\n"
    "1,A,X1,LAMP OLD,2,5,2024-01-01\n1,A,X1,LAMP OLD,1,5,2024-01-01\n2,B,X9,Vase,1,5,2024-01-02\n"
    "3,B,X1,LAMP OLD,-1,5,2024-01-03\n4,,X2,CHAIR,1,5,2024-01-03\n5,C,X2,CHAIR,1,5,soon\n"
)


@pytest.fixture
def shop(tmp_shop_dir: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_shop_dir)
    yield opened
    opened.close()


def put(folder: Path, **texts: str) -> list[Path]:
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def take(shop: Shop, paths: list[Path]) -> tuple[FileReport, ...]:
    return import_files(shop, inspect_files(paths), Progress()).files


def state(shop: Shop) -> tuple[object, ...]:
    items = [(item.item_id, item.title, item.price) for _, item in shop.catalogue.iterate()]
    users = [str(user) for user in shop.users.keys()[1]]
    behaviour = [
        [(row.item_id, row.quantity, row.time) for row in shop.interactions.of_user(user)] for user in shop.users.keys()[1]
    ]
    return items, users, behaviour


def test_a_catalogue_is_imported_and_reported(shop: Shop, tmp_path: Path) -> None:
    paths = put(tmp_path, catalogue=CATALOGUE)
    report = take(shop, paths)[0]
    assert report.path == paths[0]
    assert (report.platform, report.encoding, report.delimiter) == ("generic", "utf-8", ",")
    assert (report.rows, report.imported, report.unchanged, report.bad, report.skipped) == (4, 3, 0, 1, {})
    assert (report.items, report.users, report.interactions) == (3, 0, 0)
    assert [(row.line, row.column, str(row.reason)) for row in report.bad_rows] == [(4, "price", "abc is not a price.")]
    assert [item.title for _, item in shop.catalogue.iterate()] == ["Lamp", "Chair", "Rug"]


def test_order_lines_bring_products_customers_and_purchases(shop: Shop, tmp_path: Path) -> None:
    report = take(shop, put(tmp_path, orders=ORDERS))[0]
    assert (report.rows, report.imported, report.unchanged, report.bad) == (6, 3, 0, 1)
    assert report.skipped == {"cancelled": 1, "no_customer": 1}
    assert (report.items, report.users, report.interactions) == (3, 2, 2)  # two lines of one order and product are one purchase
    assert state(shop)[1:] == (["A", "B"], [[("X1", 3.0, 1_704_067_200)], [("X9", 1.0, 1_704_153_600)]])


def test_what_is_imported_again_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    paths = put(tmp_path, orders=ORDERS, catalogue=CATALOGUE)
    first = take(shop, paths)
    before = state(shop)
    second = take(shop, paths)
    assert state(shop) == before
    assert [(report.imported, report.unchanged) for report in first] == [(3, 0), (3, 0)]
    assert [(report.imported, report.unchanged) for report in second] == [(0, 3), (0, 3)]
    assert [(report.items, report.users, report.interactions) for report in second] == [(3, 2, 2), (3, 0, 0)]


def test_only_new_rows_of_a_grown_file_count_as_imported(shop: Shop, tmp_path: Path) -> None:
    take(shop, put(tmp_path, catalogue=CATALOGUE))
    report = take(shop, put(tmp_path, catalogue=CATALOGUE + "X5,Sofa,99\n" + "X1,Lamp,6\n"))[0]
    assert (report.rows, report.imported, report.unchanged, report.bad, report.skipped) == (6, 2, 2, 1, {"repeated": 1})
    item = shop.catalogue.get(ItemId("X1"))
    assert item is not None
    assert item.price == 6.0


def test_an_old_and_a_new_file_together_are_told_apart(shop: Shop, tmp_path: Path) -> None:
    old = "user_id,item_id,date\nu,X1,2024-01-01\nu,X2,2024-01-01\n"
    new = "user_id,item_id,date\nu,X1,2024-02-01\nv,X2,2024-02-01\nv,X3,2024-02-01\n"
    take(shop, put(tmp_path, january=old))
    reports = take(shop, put(tmp_path, january=old, february=new))
    assert [(report.imported, report.unchanged, report.interactions) for report in reports] == [(0, 2, 2), (3, 0, 3)]


def test_a_catalogue_knows_a_products_name_better_than_order_lines_do(shop: Shop, tmp_path: Path) -> None:
    take(shop, put(tmp_path, catalogue=CATALOGUE, orders=ORDERS))
    items = {item.item_id: item.title for _, item in shop.catalogue.iterate()}
    assert items == {"X1": "Lamp", "X2": "Chair", "X4": "Rug", "X9": "Vase"}


def _is_cancelled_at(moment: int, shop: Shop, plans: list[FilePlan]) -> bool:
    """Import, cancelled at the given report; return whether there were so many."""
    states: list[ProgressState] = []

    def report(now: ProgressState) -> None:
        states.append(now)
        if len(states) > moment:
            progress.cancel()

    progress = Progress(report, interval=0.0)
    try:
        import_files(shop, plans, progress)
    except Cancelled:
        return True
    return False


def test_a_cancel_at_any_moment_leaves_the_old_state(shop: Shop, tmp_path: Path) -> None:
    take(shop, put(tmp_path, catalogue=CATALOGUE))
    before = state(shop)
    plans = inspect_files(put(tmp_path, orders=ORDERS, more="sku,name\nY1,Sofa\n"))
    moments = 0
    while moments < 50 and _is_cancelled_at(moments, shop, plans):
        assert state(shop) == before
        moments += 1
    assert moments >= 3  # while the first file was read, while the second was, while they were merged
    assert state(shop) != before


def test_one_file_that_cannot_be_imported_stops_all_before_anything_changes(shop: Shop, tmp_path: Path) -> None:
    good, bad = put(tmp_path, catalogue=CATALOGUE, letter="Dear Ann,\nthis is a letter.\n")
    with pytest.raises(RecsysError) as caught:
        inspect_files([good, bad])
    assert caught.value.code in ("not_a_table", "missing_column")
    plans = inspect_files([good])
    good.unlink()
    with pytest.raises(RecsysError) as caught:
        import_files(shop, plans, Progress())
    assert caught.value.code == "file_not_found"
    assert shop.catalogue.count() == 0


def test_a_file_with_one_unclosed_quote_loses_one_row(shop: Shop, tmp_path: Path) -> None:
    rows = "".join(f"P{number},Thing {number},{number}\n" for number in range(100))
    report = take(shop, put(tmp_path, catalogue='sku,name,price\nX1,"Lamp,5\n' + rows))[0]
    assert (report.rows, report.imported, report.bad) == (101, 100, 1)
    assert [(row.line, row.column) for row in report.bad_rows] == [(2, "name")]
    assert shop.catalogue.count() == 100


def test_bad_rows_are_saved_to_be_mended(shop: Shop, tmp_path: Path) -> None:
    report = take(shop, put(tmp_path, catalogue=CATALOGUE))[0]
    path = tmp_path / "bad.csv"
    assert save_bad_rows(report, path) == 1
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "line,column,reason,sku,name,price",
        "4,price,abc is not a price.,X3,Desk,abc",
    ]
    path.write_text(path.read_text(encoding="utf-8-sig").replace("Desk,abc", "Desk,8"), encoding="utf-8-sig")
    mended = take(shop, [path])[0]
    assert (mended.rows, mended.imported, mended.bad) == (1, 1, 0)
    item = shop.catalogue.get(ItemId("X3"))
    assert item is not None
    assert (item.title, item.price) == ("Desk", 8.0)
