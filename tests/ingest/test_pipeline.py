from __future__ import annotations

import threading
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.ingest.bad_rows import bad_rows_table
from recsys_desktop.ingest.pipeline import inspect, read
from recsys_desktop.ingest.wishes import Mapping, RoleWish, Wishes
from tests.ingest.reading import read_file, read_text


def refusal(path: Path, text: str, as_: RoleWish = "auto", mapping: Mapping | None = None) -> RecsysError:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecsysError) as caught:
        inspect(path, Wishes(as_, mapping))
    return caught.value


def test_a_plan_shows_what_will_happen(tmp_path: Path) -> None:
    rows = "".join(f"{number},Thing {number},{number},x\n" for number in range(9))
    plan = read_text(tmp_path, "sku,name,price,colour\n" + rows).plan
    assert (plan.platform, plan.role) == ("generic", "catalogue")
    assert plan.header == ("sku", "name", "price", "colour")
    assert plan.mapping.columns == {"item_id": "sku", "title": "name", "price": "price"}
    assert plan.unused == ("colour",)
    assert plan.preview == tuple((str(number), f"Thing {number}", str(number), "x") for number in range(5))


def test_a_missing_column_is_named_with_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    error = refusal(path, "product_id,colour,stock\n1,2,3\n")
    assert error.code == "missing_column"
    assert str(error) == "a.csv has no column for: product name. Columns found: product_id, colour, stock."
    assert str(error.hint) == "Say which column it is in the import window, or with --map title=COLUMN. Nothing was changed."
    error = refusal(path, "foo,bar\n1,2\n", as_="behaviour")
    assert str(error) == "a.csv has no column for: customer, product number. Columns found: foo, bar."
    error = refusal(path, "id,title\n1,Lamp\n", mapping=Mapping({"price": "cost"}))
    assert str(error) == "a.csv has no column cost. Columns found: id, title."
    assert refusal(path, "id,title\n").code == "empty_file"


def test_the_person_has_the_last_word_on_columns(tmp_path: Path) -> None:
    text = "Nr,Was,Wieviel,title\n1,Lamp,5,x\n"
    outcome = read_text(tmp_path, text, mapping=Mapping({"item_id": "nr", "title": "Was", "price": "Wieviel"}))
    assert [(item.item_id, item.title, item.price) for item in outcome.items] == [("1", "Lamp", 5.0)]


def test_a_column_that_is_passed_over_is_said_aloud(tmp_path: Path) -> None:
    plan = read_text(tmp_path, "id,title,price\n1,Lamp,cheap\n2,Chair,dear\n3,Desk,free\n").plan
    assert plan.unused == ("price",)
    assert [str(text) for text in plan.problems] == ["The column price is not used: most of its cells hold no price."]


def test_a_file_whose_rows_are_all_bad_is_read_and_says_so(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id,title,price\n1,Lamp\n2,Chair\n")
    assert (outcome.items, [row.line for row in outcome.bad]) == ([], [2, 3])


def test_progress_counts_the_files_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n" + "".join(f"{number},Thing {number}\n" for number in range(60_000)))
    states: list[ProgressState] = []
    chunks = list(read(inspect(path), Progress(states.append, interval=0.0)))
    assert {state.total for state in states} == {path.stat().st_size}
    assert [state.done for state in states] == sorted(state.done for state in states)
    assert states[-1].done == path.stat().st_size
    assert str(states[0].message) == "Reading a.csv"
    assert max(chunk.rows for chunk in chunks) < 60_000  # in pieces, not at once
    assert sum(chunk.rows for chunk in chunks) == 60_000


def test_a_cancel_is_heard_between_chunks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n" + "".join(f"{number},Thing {number}\n" for number in range(90_000)))
    progress = Progress()
    chunks = read(inspect(path), progress)
    next(chunks)
    canceller = threading.Thread(target=progress.cancel)
    canceller.start()
    canceller.join()
    with pytest.raises(Cancelled):
        next(chunks)


def test_bad_rows_can_be_mended_and_read_again(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id,title,price\n1,Lamp,abc\n2,Chair\n3,Desk,5,6\n")
    header, rows = bad_rows_table(outcome.plan.header, outcome.bad)
    assert header == ["line", "column", "reason", "id", "title", "price", ""]
    assert rows == [
        [2, "price", "abc is not a price.", "1", "Lamp", "abc"],
        [3, "", "Cells in the row: 2; in the header: 3.", "2", "Chair"],
        [4, "", "Cells in the row: 4; in the header: 3.", "3", "Desk", "5", "6"],
    ]
    mended = tmp_path / "mended.csv"
    mended.write_text("line,column,reason,id,title,price,\n2,price,abc is not a price.,1,Lamp,4,\n4,,Too many.,3,Desk,5,\n")
    assert [(item.item_id, item.price) for item in read_file(mended).items] == [("1", 4.0), ("3", 5.0)]


def test_a_file_that_vanishes_between_looking_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n1,Lamp\n")
    plan = inspect(path)
    path.unlink()
    with pytest.raises(RecsysError) as caught:
        list(read(plan, Progress()))
    assert caught.value.code == "file_not_found"
