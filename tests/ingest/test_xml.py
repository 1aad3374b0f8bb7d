"""XML feeds as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from tests.ingest.containers import lines, table

FEED = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
<title>Shop</title><link>http://shop.example</link><description>All we have</description>
<item><title>Short</title><g:id>1</g:id><g:title>Lämpchen &amp; mehr</g:title><g:price>5 EUR</g:price>
<g:shipping><g:country>DE</g:country><g:price>1 EUR</g:price></g:shipping></item>
<item><g:id>2</g:id><g:title><![CDATA[<b>Chair</b>]]></g:title><g:price>6&nbsp;EUR</g:price>
<g:product_type>A &gt; B</g:product_type><g:product_type>C</g:product_type></item>
</channel></rss>
"""
HEADER = ["title", "id", "price", "shipping.country", "shipping.price", "product_type"]
ROWS = [
    ["Lämpchen & mehr", "1", "5 EUR", "DE", "1 EUR", ""],
    ["<b>Chair</b>", "2", "6\xa0EUR", "", "", "A > B, C"],
]


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "feed.xml"
    path.write_bytes(text.encode(encoding))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(RecsysError) as caught:
        table(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("iso-8859-1", "latin-1"),
        ("utf-16", "utf-16"),
        ("gb18030", "gb18030"),
        ("utf-8", "cp1252"),
    ],
)
def test_a_feed_in_the_encoding_it_names_or_another(tmp_path: Path, declared: str, written: str) -> None:
    path = write(tmp_path, FEED.replace("{encoding}", declared), written)
    assert table(path) == (HEADER, ROWS, [])
    assert lines(path) == [4, 6]


def test_an_atom_feed(tmp_path: Path) -> None:
    entry = '<entry><g:id>{0}</g:id><title>T{0}</title><link rel="self" href="x"/><link href="http://a/{0}"/></entry>'
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="g"><title>All</title>' + entry.format(1) + entry.format(2) + "</feed>"
    )
    assert table(write(tmp_path, text)) == (["title", "link", "id"], [["T1", "http://a/1", "1"], ["T2", "http://a/2", "2"]], [])


def test_records_are_the_outermost_repeated_elements_with_most_values(tmp_path: Path) -> None:
    text = """<?xml version="1.0"?><!DOCTYPE yml_catalog SYSTEM "shops.dtd">
<yml_catalog><shop><categories><category id="1">A</category><category id="2" parentId="1">B</category></categories>
<offers><offer id="7" available="true"><name>Lamp</name><price cur="EUR">5</price><picture>a</picture><picture>b</picture></offer>
<offer id="8"><name>Desk</name><price cur="EUR">6</price><param name="Colour">red</param></offer></offers></shop></yml_catalog>"""
    header, rows, _ = table(write(tmp_path, text))
    assert header == ["id", "available", "name", "price.cur", "price", "picture", "param.name", "param"]
    assert rows == [["7", "true", "Lamp", "EUR", "5", "a, b", "", ""], ["8", "", "Desk", "EUR", "6", "", "Colour", "red"]]


def test_an_order_is_one_row_per_line(tmp_path: Path) -> None:
    text = (
        "<orders><order><no>1</no><buyer>C1</buyer><items><item><sku>A</sku></item><item><sku>B</sku></item></items></order>"
        "<order><no>2</no><buyer>C2</buyer><items><item><sku>A</sku></item></items></order></orders>"
    )
    assert table(write(tmp_path, text)) == (
        ["no", "buyer", "items.sku"],
        [["1", "C1", "A"], ["1", "C1", "B"], ["2", "C2", "A"]],
        [],
    )


def test_a_feed_of_a_single_product(tmp_path: Path) -> None:
    assert table(write(tmp_path, "<products><product><id>1</id><name>Lamp</name></product></products>"))[1] == [["1", "Lamp"]]


def test_broken_letters_are_bad_rows(tmp_path: Path) -> None:
    item = "<item><id>{}</id><title>ä</title></item>\n"
    data = ("<items>\n" + "".join(item.format(number) for number in range(60)) + "</items>").encode()
    path = tmp_path / "feed.xml"
    path.write_bytes(data.replace(b"<id>7</id><title>\xc3\xa4", b"<id>7</id><title>\xe4"))
    _, rows, bad = table(path)
    assert (len(rows), rows[6], rows[7]) == (59, ["6", "ä"], ["8", "ä"])
    assert bad == [(9, "The row holds bytes that are no letters in the file's encoding.")]


def test_nothing_outside_the_file_is_read_and_no_entity_grows(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    items = "<l><item><id>&a9;</id><t>1</t></item><item><id>2</id><t>1</t></item></l>"
    growing = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    for declared in (growing, f'<!ENTITY a9 SYSTEM "{secret.as_uri()}">', '<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;'):
        text = f'<?xml version="1.0"?><!DOCTYPE l [{declared}]>{items}'
        assert refusal(write(tmp_path, text)) == (
            "feed.xml cannot be read: it declares entities of its own, which may stand for endless text."
        )
    header, rows, _ = table(write(tmp_path, f'<?xml version="1.0"?><!DOCTYPE l SYSTEM "{secret.as_uri()}">{items}'))
    assert (header, rows) == (["id", "t"], [["", "1"], ["2", "1"]])


def test_a_feed_that_is_damaged_is_refused_with_its_line(tmp_path: Path) -> None:
    feed = FEED.replace("{encoding}", "utf-8")
    assert refusal(write(tmp_path, feed[:-30])) == "feed.xml cannot be read: its XML ends in line 7 in the middle of a record."
    assert (
        refusal(write(tmp_path, feed.replace("</g:title><g:price>6", "<g:price>6"))) == "feed.xml cannot be read: line 7 is no XML."
    )
    deep = "<a>" * 200 + "</a>" * 200
    items = f"<item><id>1</id><t>1</t></item>\n<item><id>2</id><t>{deep}</t></item>"
    assert refusal(write(tmp_path, f"<l>{items}</l>")) == "feed.xml cannot be read: line 2 is no XML."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('<?xml version="1.0"?><svg><path d="x"/></svg>', "XML data without repeated records"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html><body><p>a</p></body></html>', "a web page"),
        ("<!-- saved -->\n<html><body>a, b</body></html>", "a web page"),
    ],
)
def test_other_xml_is_no_table(tmp_path: Path, text: str, kind: str) -> None:
    assert refusal(write(tmp_path, text)) == f"feed.xml is not a table: it looks like {kind}."
