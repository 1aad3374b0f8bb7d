"""Tables of web pages, as old shops export them under the name of a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.pipeline import inspect
from recsys_desktop.ingest.wishes import Wishes
from tests.ingest.containers import lines, table
from tests.ingest.reading import read_file

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<style>td {{ color: red }}</style></head><body><table><tr><td>Menu</td></tr></table>
<table border=1>
<tr><th colspan="3">Our products &amp; prices</th></tr>
<tr><th>id<th>title<th>price</tr>
<tr><td>1</td><td>Tischlämpchen<br>rot</td><td>5,50</td></tr>

<tr><td>2<td><table><tr><td>Chair</td></tr></table><td>&nbsp;</tr>
</table><p>Bye</p></body></html>
"""


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "export.xls"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("iso-8859-1", "latin-1"), ("utf-8", "cp1252"), ("gb2312", "gb18030")]
)
def test_the_first_table_with_rows_is_read(tmp_path: Path, charset: str, encoding: str) -> None:
    path = write(tmp_path, PAGE.format(charset=charset), encoding)
    assert table(path) == (["id", "title", "price"], [["1", "Tischlämpchen rot", "5,50"], ["2", "Chair", ""]], [])
    assert lines(path) == [6, 8]
    assert [(item.item_id, item.price) for item in read_file(path).items] == [("1", 5.5), ("2", None)]


def test_a_table_by_itself_and_a_header_that_a_person_names(tmp_path: Path) -> None:
    rows = "".join(
        f"<TR><TD>{row[0]}</TD><TD>{row[1]}</TD></TR>" for row in (["id", "title"], ["id", "name"], ["7", "Lamp"], ["8", "Desk"])
    )
    path = write(tmp_path, f"<TABLE>{rows}</TABLE>")
    plan = inspect(path, Wishes(header_line=2))
    assert (plan.header, plan.preview) == (("id", "name"), (("7", "Lamp"), ("8", "Desk")))
    assert [item.title for item in read_file(path).items][-2:] == ["Lamp", "Desk"]


def test_a_page_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecsysError) as caught:
        table(write(tmp_path, PAGE.format(charset="utf-8").partition("</table><p>")[0]))
    assert str(caught.value) == "export.xls cannot be read: its table ends in line 8 in the middle of a row."


def test_a_page_without_a_table(tmp_path: Path) -> None:
    with pytest.raises(RecsysError) as caught:
        table(write(tmp_path, "<!DOCTYPE html><html><body><table><tr><td>Please log in</td></tr></table></body></html>"))
    assert str(caught.value) == "export.xls is not a table: it looks like a web page."
