from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.services.fitting import fit, load_current
from recsys_desktop.services.imports.import_history import history, undo_last_import
from recsys_desktop.services.imports.import_reports import file_words
from recsys_desktop.services.imports.importing import FileReport, Policy, dry_run, import_files, inspect_files, save_bad_rows
from recsys_desktop.services.shop import Shop, open_shop
from tests.services.shops import store_vectors

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


def test_and_does_not_cost_the_way_back(shop: Shop, tmp_path: Path) -> None:
    paths = put(tmp_path, orders=ORDERS, catalogue=CATALOGUE)
    take(shop, paths)
    take(shop, paths)
    assert [one.can_undo for one in history(shop)] == [False, True]
    undone = undo_last_import(shop, Progress())
    assert (undone.items, undone.users, undone.interactions) == (4, 2, 2)
    assert state(shop) == ([], [], [])


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


class TestMending:
    """Bad rows, saved, mended and imported again: the columns that say what was wrong are no data."""

    def test_bad_rows_are_saved_to_be_mended(self, shop: Shop, tmp_path: Path) -> None:
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

    @pytest.mark.parametrize("titles", ["line,column,reason", "行号,列,原因"])
    def test_only_what_was_mended_comes_in(self, shop: Shop, tmp_path: Path, titles: str) -> None:
        """Of two rows with a cell too many, and two with a wrong price, one each is mended; the others stay bad."""
        good = "".join(f"X{number},Thing,{number}\n" for number in range(10, 20))
        wrong = "sku,name,price\nX2,Ch,air,7\nX3,De,sk,8\nX6,Rug,abc\nX7,Pot,def\n"
        report = take(shop, put(tmp_path, catalogue=wrong + good))[0]
        assert (report.imported, report.bad) == (10, 4)
        path = tmp_path / "bad.csv"
        save_bad_rows(report, path)
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert lines[0] == "line,column,reason,sku,name,price,"
        assert [line.partition(".,")[2] for line in lines[1:3]] == ["X2,Ch,air,7", "X3,De,sk,8"]
        mended = "\n".join(lines).replace("line,column,reason", titles).replace(",X2,Ch,air,7", ",X2,Chair,7,")
        path.write_text(mended.replace("Rug,abc", "Rug,3,"), encoding="utf-8-sig")
        (plan,) = inspect_files([path])
        assert plan.mapping.columns == {"item_id": "sku", "title": "name", "price": "price"}
        assert plan.unused == ()
        again = import_files(shop, [plan], Progress()).files[0]
        assert (again.rows, again.imported, again.bad) == (4, 2, 2)
        found = [(item.item_id, item.title, item.price) for _, item in shop.catalogue.iterate()]
        assert found[10:] == [("X2", "Chair", 7.0), ("X6", "Rug", 3.0)]


class TestPolicies:
    MORE = "sku,name,price\nX1,New lamp,6\nX5,Sofa,99\n"
    LATER = "user_id,item_id,date,quantity\nA,X1,2024-01-01,9\nA,X5,2024-02-01,1\n"

    @pytest.mark.parametrize(
        ("policy", "lamp", "quantity", "rows"),
        [
            ("update", ("New lamp", 6.0), 9.0, [(1, 1, 0), (1, 1, 0)]),
            ("keep", ("Lamp", 5.0), 9.0, [(1, 0, 1), (1, 1, 0)]),
            ("add", ("Lamp", 5.0), 1.0, [(1, 0, 1), (1, 0, 1)]),
        ],
    )
    def test_what_is_there_already(
        self, shop: Shop, tmp_path: Path, policy: Policy, lamp: tuple[str, float], quantity: float, rows: list[tuple[int, int, int]]
    ) -> None:
        take(shop, put(tmp_path, catalogue=CATALOGUE, behaviour="user_id,item_id,date,quantity\nA,X1,2024-01-01,1\n"))
        plans = inspect_files(put(tmp_path, more=self.MORE, later=self.LATER))
        foreseen = dry_run(shop, plans, Progress(), policy)
        before = state(shop)
        report = import_files(shop, plans, Progress(), policy)
        assert before != state(shop)
        assert (report.files, report.counts) == (foreseen.files, foreseen.totals)
        assert [(file.new, file.changed, file.unchanged) for file in report.files] == rows
        item = shop.catalogue.get(ItemId("X1"))
        assert item is not None
        assert (item.title, item.price) == lamp
        assert shop.interactions.of_user(UserId("A"))[1].quantity == quantity
        assert shop.catalogue.get(ItemId("X5")) is not None

    def test_overlapping_exports_do_not_count_twice(self, shop: Shop, tmp_path: Path) -> None:
        head = "order_id,customer_id,sku,title,quantity,price,order_date\n"
        january = head + "1,A,X1,Lamp,2,5,2024-01-01\n2,A,X1,Lamp,1,5,2024-01-31\n2,A,X1,Lamp,1,5,2024-01-31\n"
        february = head + "2,A,X1,Lamp,3,5,2024-01-31\n3,A,X1,Lamp,1,5,2024-02-01\n"
        report = import_files(shop, inspect_files(put(tmp_path, january=january, february=february)), Progress())
        assert [row.quantity for row in shop.interactions.of_user(UserId("A"))] == [1.0, 3.0, 2.0]
        first, second = report.files
        assert (first.rows, first.new, first.unchanged, first.interactions) == (3, 1, 2, 2)  # order 2 is told anew
        assert (second.rows, second.new, second.unchanged, second.interactions) == (2, 2, 0, 2)
        assert (report.counts.new_interactions, report.counts.new_items) == (3, 1)


def test_nothing_is_imported_while_a_question_is_open(shop: Shop, tmp_path: Path) -> None:
    (plan,) = inspect_files(put(tmp_path, behaviour="user_id,item_id,date\nu,X1,03/04/2024\nu,X2,03/04/2024\n"))
    assert plan.questions == ("day_first",)
    for work in (import_files, dry_run):
        with pytest.raises(RecsysError) as caught:
            work(shop, [plan], Progress())
        assert caught.value.code == "question_open"
        assert "--dates" in str(caught.value.hint)
    assert shop.interactions.count() == 0


def test_products_found_again_leave_the_lists(shop: Shop, tmp_path: Path) -> None:
    """What a catalogue shows to be another product is taken out of the prepared space, and so is what an undo takes away."""
    head = "order_id,customer_id,sku,title,quantity,price,order_date\n"
    rows = "".join(
        f"{number},C{number % 7},S{number % 5},Thing {number % 5},1,5,2024-01-0{1 + number % 9}\n" for number in range(60)
    )
    take(shop, put(tmp_path, orders=head + rows))
    store_vectors(shop)
    fit(shop, Progress())
    assert sorted(space_ids(shop)) == ["S0", "S1", "S2", "S3", "S4"]
    take(shop, put(tmp_path, catalogue="product id,sku,name\nP0,P0,Thing 0\nP1,P1,Something else\n"))
    assert "S0" not in {item.item_id for _, item in shop.catalogue.iterate()}
    assert sorted(space_ids(shop)) == ["S1", "S2", "S3", "S4"]
    assert {row.item_id for row in shop.interactions.of_user(UserId("C0"))} <= {"P0", "S1", "S2", "S3", "S4"}
    store_vectors(shop)
    fit(shop, Progress())
    assert len(space_ids(shop)) == 6
    undo_last_import(shop, Progress())
    assert sorted(space_ids(shop)) == ["S1", "S2", "S3", "S4"]


def space_ids(shop: Shop) -> list[str]:
    """Return the ids of the products in the prepared lists."""
    current = load_current(shop)
    assert current is not None
    keys, ids = shop.catalogue.keys()
    names = dict(zip(keys.tolist(), ids, strict=True))
    return [names.get(key, f"? {key}") for key in current.space.item_keys.tolist()]


def test_damaged_rows_that_were_put_right_are_told(shop: Shop, tmp_path: Path) -> None:
    titles = ("Lamp, old", "Tea cup, pot", "Set of 6, mugs", "Bed, oak", "A4 frame, red")
    good = "".join(f'{100 + number},"{titles[number % 5]}",{number}.5,2024-01-{number:02}\n' for number in range(1, 21))
    damaged = '200,"Desk, oak",,7.5,2024-02-01\n' + '201"Rug, red",8.5,2024-02-02\n'  # a delimiter too many, one missing
    path = tmp_path / "products.csv"
    path.write_text("sku,name,price,added\n" + good + damaged, encoding="utf-8")
    report = import_files(shop, inspect_files([path]), Progress()).files[0]
    assert (report.rows, report.new, report.bad, report.mended) == (22, 22, 0, 2)
    assert [item.title for item in shop.catalogue.get_many([ItemId("200"), ItemId("201")])] == ["Desk, oak", "Rug, red"]


def test_the_first_bad_rows_are_told_with_line_and_reason(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    good = "".join(f"G{number},Lamp,{number}\n" for number in range(1, 31))
    path.write_text("sku,name,price\nB,Desk,ask\n" + good + "C,Rug,soon\n" * 6, encoding="utf-8")
    words = file_words(import_files(shop, inspect_files([path]), Progress()).files[0])
    lines = words.splitlines()
    assert lines[1] == "  line 2: ask is not a price."
    assert len(lines) == 6  # of seven, five
