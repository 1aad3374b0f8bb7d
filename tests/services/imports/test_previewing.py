"""A look into a file: the guess, what a person overrules, and why a file cannot be imported."""

from __future__ import annotations

from pathlib import Path

from recsys_desktop.ingest.wishes import Mapping, Wishes
from recsys_desktop.services.imports.previewing import look


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def exactly(**columns: str) -> Wishes:
    return Wishes("catalogue", Mapping(columns), exact=True)


CATALOGUE = "id,title,price,colour\n1,Cup,3.50,red\n2,Plate,4.50,blue\n3,Bowl,6.00,green\n"


def test_a_catalogue_is_understood_with_its_first_rows(tmp_path: Path) -> None:
    seen = look(write(tmp_path, "p.csv", CATALOGUE))
    assert seen.error is None
    assert seen.plan is not None
    assert seen.format is not None
    assert (seen.plan.role, seen.format.encoding, seen.format.delimiter) == ("catalogue", "utf-8", ",")
    assert seen.columns == {"item_id": "id", "title": "title", "price": "price"}
    assert seen.plan.unused == ("colour",)
    assert seen.preview[1] == ("2", "Plate", "4.50", "blue")


def test_a_column_a_person_took_out_stays_out_although_its_name_is_known(tmp_path: Path) -> None:
    seen = look(write(tmp_path, "p.csv", CATALOGUE), exactly(item_id="id", title="title"))
    assert seen.plan is not None
    assert seen.plan.mapping.columns == {"item_id": "id", "title": "title"}
    assert seen.plan.unused == ("price", "colour")


def test_taking_out_the_title_of_a_catalogue_blocks_the_import_and_keeps_the_rows_visible(tmp_path: Path) -> None:
    seen = look(write(tmp_path, "p.csv", CATALOGUE), exactly(item_id="id"))
    assert seen.plan is None
    assert seen.error is not None
    assert seen.error.code == "missing_column"
    assert seen.header == ("id", "title", "price", "colour")
    assert seen.columns == {"item_id": "id"}


def test_unknown_headings_show_the_table_so_that_a_person_can_say_what_they_are(tmp_path: Path) -> None:
    path = write(tmp_path, "p.csv", "aaa,bbb\nx1,Cup\nx2,Plate\nx3,Bowl\n")
    seen = look(path)
    assert seen.plan is None
    assert seen.header == ("aaa", "bbb")
    assert len(seen.preview) == 3
    said = look(path, exactly(item_id="aaa", title="bbb"))
    assert said.plan is not None
    assert said.plan.mapping.columns == {"item_id": "aaa", "title": "bbb"}


def test_the_encoding_a_person_chooses_is_the_one_used(tmp_path: Path) -> None:
    path = write(tmp_path, "p.csv", "商品编号,商品名称\n1,玻璃花瓶\n2,茶壶\n", "gb18030")
    assert look(path, Wishes(encoding="gb18030")).preview[0] == ("1", "玻璃花瓶")


def test_what_is_no_table_is_reported_with_its_reason_and_no_rows(tmp_path: Path) -> None:
    empty = look(write(tmp_path, "e.csv", ""))
    assert empty.error is not None
    assert empty.error.code == "empty_file"
    assert empty.header == ()
    assert empty.plan is None
    assert look(tmp_path / "absent.csv").error is not None


def test_bad_rows_among_the_first_are_told_with_their_column(tmp_path: Path) -> None:
    seen = look(write(tmp_path, "p.csv", "id,title,price\n1,Cup,3.50\n2,Plate,dear\n3,Bowl,1.00\n"))
    assert [(row.line, row.column, row.cells) for row in seen.bad_rows] == [(3, "price", ("2", "Plate", "dear"))]
    assert seen.ready


def test_a_table_without_column_names_can_be_mapped_by_the_columns_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, "p.csv", "1;Stoneware mug;12.50\n2;Serving tray;24.00\n3;Linen apron;32.00\n4;Bread board;9.00\n")
    seen = look(path)
    assert seen.plan is None
    assert seen.header == ("column 1", "column 2", "column 3")
    said = look(path, exactly(item_id="column 1", title="column 2", price="column 3"))
    assert said.plan is not None
    assert said.preview[0] == ("1", "Stoneware mug", "12.50")
