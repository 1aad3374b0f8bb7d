from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.files import latin
from recsys_desktop.ingest.formats.sniffing import sniff
from recsys_desktop.ingest.wishes import Wishes
from tests.ingest.reading import read_file, read_text

TABLES = {
    "simplified": "编号,标题,价格\n1,夏季新款女装连衣裙,99\n2,保湿补水面霜,139\n3,男士运动鞋黑色,299\n",
    "short": "id,title\n1,口红\n2,面膜\n",
    "traditional": "商品編號,商品名稱,價格\n1,夏季新款女裝連身裙,99\n2,保濕補水面霜,139\n3,男士運動鞋黑色,299\n",
    "japanese": "商品ID,商品名,価格\n1,ステンレスボトル 500ml,99\n2,木製のお皿セット,139\n3,夏の浴衣,299\n",
    "korean": "상품번호,상품명,가격\n1,여름 원피스,99\n2,보습 크림,139\n3,남성 운동화 검정색,299\n",
    "french": "id,titre,prix\n1,Café moulu,3\n2,Thé glacé à la pêche,5\n",
    "german": "id,Titel,Preis\n1,Müsli für Genießer,3\n2,Größe L,5\n",
    "pound": "id,title,price\n1,Cup,£3\n2,Pot,£4\n",
    "quotes": "id,title\n1,Men’s shirt – “best”\n2,Cup\n",
    "russian": "Артикул,Имя,Цена\n1,Кружка белая,3\n2,Чайник большой,5\n",
    "turkish": "id,title,price\n1,Çaydanlık kırmızı,3\n2,Bardak büyük ışıklı,5\n",
    "polish words": "kod,nazwa,cena\n1,Kubek mały,3\n2,Zdjęcie na desce,5\n3,Miska czarna,7\n",
    "polish": "id,title,cena\n1,Łyżka żółta,3\n2,Świeca zapachowa mała,5\n",
}


@pytest.mark.parametrize(
    ("table", "encoding"),
    [
        *[(table, encoding) for table in TABLES for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")],
        ("simplified", "gb2312"),
        ("simplified", "gbk"),
        ("simplified", "gb18030"),
        ("short", "gbk"),
        ("traditional", "big5"),
        ("traditional", "gb18030"),
        ("japanese", "shift_jis"),
        ("japanese", "euc_jp"),
        ("korean", "euc_kr"),
        ("french", "cp1252"),
        ("french", "mac_roman"),
        ("german", "cp1252"),
        ("german", "latin-1"),
        ("pound", "cp1252"),
        ("quotes", "cp1252"),
        ("russian", "cp1251"),
        ("russian", "koi8_r"),
        ("polish", "cp1250"),
        ("polish", "iso8859_2"),
        ("polish words", "cp1250"),
        ("turkish", "cp1254"),
    ],
)
def test_the_text_comes_out_as_it_went_in(tmp_path: Path, table: str, encoding: str) -> None:
    outcome = read_text(tmp_path, TABLES[table], encoding)
    rows = [line.split(",") for line in TABLES[table].splitlines()]
    assert outcome.plan.header == tuple(rows[0])
    assert [item.title for item in outcome.items] == [row[1] for row in rows[1:]]
    assert outcome.bad == []


def test_legacy_letters_far_down_an_ascii_file_are_seen(tmp_path: Path) -> None:
    lines = ["id,title", *(f"{number},Cup number {number}" for number in range(40_000)), "x1,保湿面霜", "x2,新款连衣裙"]
    outcome = read_text(tmp_path, "\n".join(lines), "gbk")
    assert outcome.plan.format.encoding == "gb18030"
    assert [item.title for item in outcome.items[-2:]] == ["保湿面霜", "新款连衣裙"]


def test_rows_with_broken_letters_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    good = "".join(f"{number},Thé {number}\n" for number in range(3, 60))
    path = tmp_path / "broken.csv"
    path.write_bytes("id,title\n1,Café\n".encode() + b"2,Caf\xe9\n" + good.encode())
    outcome = read_file(path)
    assert outcome.plan.format.encoding == "utf-8"
    assert [row.line for row in outcome.bad] == [3]
    assert [item.item_id for item in outcome.items] == ["1", *map(str, range(3, 60))]


def test_letters_that_fit_no_encoding_are_refused_and_the_encoding_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(
        b"id,title\n" + b"".join(bytes(f"{n},", "ascii") + bytes([0x81 + n, 0x9D, 0xFE, 0xF0 - n]) + b"\n" for n in range(9))
    )
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    assert caught.value.code in ("unknown_encoding", "not_a_table")
    path.write_bytes("id,title\n1,Ðþ¤¦\n2,Þ¨¸¬\n".encode("latin-1"))
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    assert caught.value.code == "unknown_encoding"
    assert "--encoding" in str(caught.value.hint)
    assert [item.title for item in read_file(path, encoding="latin-1").items] == ["Ðþ¤¦", "Þ¨¸¬"]


def test_an_encoding_nobody_knows_is_a_plain_error(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n1,Cup\n")
    with pytest.raises(RecsysError) as caught:
        sniff(path, Wishes(encoding="klingon"))
    assert caught.value.code == "unknown_encoding"


def test_code_pages_are_told_by_the_letters_of_languages() -> None:
    """The byte of French ê is Polish ę in the other code page: French writes é as well, and Polish ASCII has w, k, z, y and j."""
    french, polish = "forêt pêche été café", "zdjęcie ręka wąż łóżko"
    for text, right, wrong in ((french, "cp1252", "cp1250"), (polish, "cp1250", "cp1252")):
        misread = text.encode(right).decode(wrong, "replace")
        assert latin.likelihood(text, right, text) > latin.likelihood(misread, wrong, text) + 2.0
    assert latin.likelihood("£3 £4", "cp1252", "") > latin.likelihood("Ł3 Ł4", "cp1250", "") + 2.0  # no word begins before a number
