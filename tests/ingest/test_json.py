"""JSON files as tables, whatever way their records are written."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.formats.sniffing import sniff
from recsys_desktop.ingest.readers import json_text
from recsys_desktop.ingest.readers.json_shape import Shape, find_shape
from recsys_desktop.ingest.readers.json_text import JsonError, JsonText
from tests.ingest.containers import lines, table
from tests.ingest.reading import read_file

LAMP = {"id": 1, "title": "Lamp"}
CHAIR = {"id": "02", "title": "Chair", "price": 7.5}
HEADER = ["id", "title", "price"]
ROWS = [["1", "Lamp", ""], ["02", "Chair", "7.5"]]
BOTH = [LAMP, CHAIR]


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "file.json"
    path.write_bytes(text.encode(encoding))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(RecsysError) as caught:
        table(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("".join(json.dumps(record) + "\n" for record in BOTH), [1, 2]),
        (json.dumps(LAMP) + "\r\n\r\n" + json.dumps(CHAIR), [1, 3]),
        (json.dumps(LAMP) + ",\n" + json.dumps(CHAIR) + ",\n", [1, 2]),
        (json.dumps(BOTH), [1, 1]),
        (json.dumps(BOTH, indent=1), [2, 6]),
        ("".join(json.dumps(record, indent=1) + "\n" for record in BOTH), [1, 5]),
        (json.dumps({"count": 2, "products": BOTH, "next": None}), [1, 1]),
        (json.dumps({"data": {"page": 1, "products": {"edges": BOTH}}}), [1, 1]),
        (json.dumps({"meta": {"version": 1}, "shops": [{"name": "x"}], "items": BOTH}), [1, 1]),
        ('[["id", "title", "price"], [1, "Lamp"], ["02", "Chair", 7.5]]', [1, 1]),
        ('{"id": {"0": 1, "1": "02"}, "title": {"0": "Lamp", "1": "Chair"}, "price": {"0": null, "1": 7.5}}', [1, 1]),
        ('{"id": [1, "02"], "title": ["Lamp", "Chair"], "price": ["", 7.5]}', [1, 1]),
    ],
)
def test_ways_in_which_records_are_written(tmp_path: Path, text: str, starts: list[int]) -> None:
    path = write(tmp_path, text)
    assert table(path) == (HEADER, ROWS, [])
    assert lines(path) == starts


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    records = [{"id": number, "title": f"夏季新款连衣裙 {number}"} for number in range(9)]
    path = write(tmp_path, json.dumps(records, ensure_ascii=False), encoding)
    assert table(path)[1][8] == ["8", "夏季新款连衣裙 8"]


def test_keys_are_ids_where_records_have_none(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps({"007": {"title": "Lamp"}, "8": {"title": "Chair", "brand": ""}}, indent=1))
    assert table(path) == (["id", "title", "brand"], [["007", "Lamp", ""], ["8", "Chair", ""]], [])
    path = write(tmp_path, json.dumps({"a": LAMP, "b": CHAIR}))
    assert table(path)[1] == ROWS


def test_nested_values(tmp_path: Path) -> None:
    record = {
        "_id": {"$oid": "5f"},
        "title": "Lamp",
        "tags": ["red", "new", 5],
        "brand": {"name": "Lux", "home": {"city": "Bern", "place": {"x": {"y": 1}}}},
        "variants": [{"sku": "A", "price": "5.00"}, {"sku": "B", "price": "6.00"}],
        "categories": [{"id": 3, "name": "Light"}, {"id": 4, "name": "Home"}],
        "active": True,
        "note": None,
        "empty": [],
    }
    assert table(write(tmp_path, json.dumps([record, record])))[:2] == (
        ["_id", "title", "tags", "brand.name", "brand.home.city", "variants.sku", "variants.price",
         "categories.id", "categories.name", "active", "note", "empty"],
        [["5f", "Lamp", "red, new, 5", "Lux", "Bern", "A", "5.00", "3", "Light, Home", "true", "", ""]] * 2,
    )  # fmt: skip


def test_an_order_is_one_row_per_line(tmp_path: Path) -> None:
    orders = [
        {"id": 1, "customer": {"id": "C1"}, "line_items": [{"sku": "A", "quantity": 2}, {"sku": "B", "quantity": 1}]},
        {"id": 2, "customer": {"id": "C2"}, "line_items": [{"sku": "A", "quantity": 3}]},
    ]
    assert table(write(tmp_path, json.dumps({"orders": orders}))) == (
        ["id", "customer.id", "line_items.sku", "line_items.quantity"],
        [["1", "C1", "A", "2"], ["1", "C1", "B", "1"], ["2", "C2", "A", "3"]],
        [],
    )


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    path = write(tmp_path, '[{"id": 12345678901234567890123, "p": 5.50, "q": 1e3, "r": NaN}]')
    assert table(path)[1] == [["12345678901234567890123", "5.50", "1e3", ""]]


def test_bad_lines_cost_only_themselves(tmp_path: Path) -> None:
    text = json.dumps(LAMP) + '\n{"id": 2, "title\n[1]\n' + "[" * 50_000 + "\n" + json.dumps(CHAIR) + "\n"
    header, rows, bad = table(write(tmp_path, text))
    assert (header, rows) == (HEADER, ROWS)
    assert bad == [(2, "The line is no JSON."), (3, "The value is no record with named values."), (4, "The line is no JSON.")]


def test_broken_letters_and_half_characters_are_bad_rows(tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    good = '{"id": 1, "title": "ä"}\n'.encode() * 60
    path.write_bytes(good + b'{"id": 2, "title": "\xe4"}\n{"id": 3, "title": "\\ud800"}\n{"id": 4, "title": "a\\u0000b"}\n')
    _, rows, bad = table(path)
    assert rows[60:] == [["4", "ab"]]
    assert bad == [(line, "The row holds bytes that are no letters in the file's encoding.") for line in (61, 62)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (json.dumps(BOTH, indent=1)[:-5], "its JSON ends in line 9 in the middle of a record"),
        (json.dumps(BOTH)[:-1], "its JSON ends in line 1 in the middle of a record"),
        ('[{"id": 1},\n{"id": 2 "title": 3},\n{"id": 3}]', "line 2 is no JSON"),
        ('[{"id": 1},\n{"id": 2}]\n]', "line 3 is no JSON"),
        ('{"a": 1, "products": [{"id": 1}', "its JSON ends in line 1 in the middle of a record"),
        ("[" * 100_000, "line 1 is no JSON"),
    ],
)
def test_a_damaged_list_is_refused_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    assert refusal(write(tmp_path, text)) == f"file.json cannot be read: {reason}."


@pytest.mark.parametrize("text", ['{\n"name": "x",\n"version": 1\n}', "[1, 2, 3]", '{"a": 5, "b": 3,\n"c": []}', "[]", "{}"])
def test_json_without_records_is_no_table(tmp_path: Path, text: str) -> None:
    assert refusal(write(tmp_path, text)) == "file.json is not a table: it looks like JSON data without a list of records."


def test_a_table_whose_first_name_stands_in_brackets_is_no_json(tmp_path: Path) -> None:
    assert sniff(write(tmp_path, "[id],title\n1,Lamp\n2,Chair\n")).kind == "text"


def test_values_longer_than_what_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "_BLOCK", 3)
    text = '{"a": [true, -12.5, "x\\"y"],\n "b": {"c": null}} 17'
    reader = JsonText(io.BytesIO(text.encode()), "utf-8")
    assert (reader.value(), reader.peek(), reader.line) == ({"a": [True, "-12.5", 'x"y'], "b": {"c": None}}, "1", 2)
    assert (reader.value(), reader.peek()) == ("17", "")


def test_a_value_beyond_all_measure_is_refused() -> None:
    reader = JsonText(io.BytesIO(b'"' + b"x" * 2_000_000 + b'"'), "utf-8")
    with pytest.raises(JsonError):
        reader.value(1_000_000)


def test_the_shape_of_a_text_that_is_cut() -> None:
    """The beginning of a file must do: what it holds is decided before the rest is read."""
    records = ", ".join(json.dumps(record) for record in BOTH)
    assert find_shape('{"info": {"a": 1}, "products": [' + records) == Shape("array", ("products",))
    assert find_shape('{"x": {"rows": [' + records) == Shape("array", ("x", "rows"))
    assert find_shape('{"1": {"title": "a"}, "2": {"tit') == Shape("object")
    assert find_shape('{"id": {"0": "a", "1": "b"}, "title": {"0": "a", "1": "b"}, "price": {"0": 5') == Shape("columns")
    assert find_shape(json.dumps(LAMP) + "\n" + json.dumps(CHAIR)[:9]) == Shape("lines")


def test_a_packed_catalogue_of_many_records(tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl.gz"
    path.write_bytes(gzip.compress("".join(f'{{"id": {n}, "title": "Lamp {n}", "price": {n}.5}}\n' for n in range(5_000)).encode()))
    outcome = read_file(path)
    assert (len(outcome.items), outcome.items[4_999].title, outcome.items[4_999].price) == (5_000, "Lamp 4999", 4999.5)
