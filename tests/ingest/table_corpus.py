"""Tables written in every encoding and dialect, from a seed: what a reader is given without being told anything.

Each table has 10 to 40 rows and 2 to 7 columns. Its first column numbers the rows or codes them; the others hold titles of one to
six words of one language, prices, dates, counts, notes (some empty, some with delimiters, quotation marks or line ends in them) or
words of a few kinds. The header's names are words of a shop in that language, or (one table in three) words of no meaning. It is
written by ``csv.writer`` with one of four delimiters, one of two quotation marks, one of three quotings and one of two line ends,
in an encoding that can write it and in which such files come; UTF-16 with its mark.
"""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass

_LATIN = ("lamp", "table", "garden", "white", "metal", "small", "Heart", "T-light", "holder", "set of 6", "12 cm", "A4")
#: Words of a language, names for a header in it, and the encodings that such files are in.
LANGUAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "english": (
        _LATIN,
        ("sku", "name", "price", "date", "stock", "note", "colour"),
        ("ascii", "utf-8", "utf-8-sig", "utf-16", "cp1252"),
    ),
    "french": (
        ("café", "thé", "pêche", "forêt", "crème", "à", "la", "garçon", "maïs", "bois", "été"),
        ("référence", "désignation", "prix", "date", "quantité", "remarque", "couleur"),
        ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "mac_roman"),
    ),
    "german": (
        ("Müsli", "für", "Größe", "Löffel", "schön", "Tür", "Straße", "Kissen", "weiß", "Überwurf"),
        ("Artikelnummer", "Bezeichnung", "Preis", "Datum", "Menge", "Bemerkung", "Farbe"),
        ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"),
    ),
    "spanish": (
        ("señor", "niño", "azúcar", "jabón", "limón", "pequeño", "corazón", "rojo", "camión", "té"),
        ("código", "nombre", "precio", "fecha", "cantidad", "descripción", "color"),
        ("utf-8", "cp1252", "latin-1", "utf-16"),
    ),
    "polish": (
        ("łyżka", "żółta", "świeca", "zapachowa", "mała", "dzień", "książka", "łóżko", "kość", "źródło"),
        ("kod", "nazwa", "cena", "data", "ilość", "uwagi", "kolor"),
        ("utf-8", "utf-8-sig", "cp1250", "utf-16"),
    ),
    "russian": (
        ("кружка", "белая", "чайник", "большой", "стол", "лампа", "садовая", "набор", "свеча", "подушка"),
        ("артикул", "название", "цена", "дата", "количество", "заметка", "цвет"),
        ("utf-8", "utf-8-sig", "cp1251", "koi8_r", "utf-16"),
    ),
    "greek": (
        ("λάμπα", "τραπέζι", "κήπος", "λευκό", "μέταλλο", "μικρό", "καρδιά", "κερί", "ποτήρι", "θάλασσα"),
        ("κωδικός", "όνομα", "τιμή", "ημερομηνία", "ποσότητα", "σχόλιο", "χρώμα"),
        ("utf-8", "cp1253", "utf-16"),
    ),
    "simplified": (
        ("夏季", "新款", "女装", "连衣裙", "保湿", "补水", "面霜", "男士", "运动鞋", "玻璃花瓶", "大号", "套装"),
        ("商品编号", "商品标题", "价格", "日期", "库存", "备注", "颜色"),
        ("utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16"),
    ),
    "traditional": (
        ("夏季", "新款", "女裝", "連身裙", "保濕", "補水", "面霜", "男士", "運動鞋", "玻璃花瓶", "大號", "套裝"),
        ("商品編號", "商品名稱", "價格", "日期", "庫存", "備註", "顏色"),
        ("utf-8", "big5", "utf-16"),
    ),
    "japanese": (
        ("ステンレス", "ボトル", "木製の", "お皿", "セット", "夏の", "浴衣", "タオル", "白い", "花びん", "大きい"),
        ("商品ID", "商品名", "価格", "日付", "在庫数", "備考", "カラー"),
        ("utf-8", "cp932", "shift_jis", "euc_jp", "utf-16"),
    ),
    "korean": (
        ("여름", "원피스", "보습", "크림", "남성", "운동화", "검정색", "유리", "꽃병", "세트"),
        ("상품번호", "상품명", "가격", "날짜", "재고", "메모", "색상"),
        ("utf-8", "cp949", "euc_kr", "utf-16"),
    ),
}
_NONSENSE = ("alpha", "beta", "gamma", "delta", "omega", "kappa", "sigma")


@dataclass(frozen=True)
class Written:
    """A table, its bytes and how they were made."""

    rows: list[list[str]]
    data: bytes
    how: str


def written(seed: int) -> Written:
    """Return the table of a seed."""
    chance = random.Random(seed)
    language = chance.choice(list(LANGUAGES))
    words, names, encodings = LANGUAGES[language]
    encoding = chance.choice(encodings)
    columns = chance.randint(2, 7)
    header = list(_NONSENSE[:columns] if chance.random() < 1 / 3 else names[:columns])
    kinds = [chance.choice(("counter", "code")), *("title", *(chance.choice(_KINDS) for _ in range(5)))][:columns]
    rows = [[_cell(kind, number, words, chance) for kind in kinds] for number in range(chance.randint(10, 40))]
    dialect = {
        "delimiter": chance.choice(",;\t|,"),
        "quotechar": chance.choice('"""\''),
        "quoting": chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
        "lineterminator": chance.choice(["\n", "\r\n"]),
    }
    target = io.StringIO(newline="")
    csv.writer(target, **dialect).writerows([header, *rows])  # type: ignore[arg-type]  # the mapping's values are of many types
    data = target.getvalue().encode(encoding)
    return Written([header, *rows], data, f"{language} in {encoding}: {dialect}")


_KINDS = ("title", "price", "comma price", "date", "moment", "count", "note", "word", "link")


def _cell(kind: str, number: int, words: tuple[str, ...], chance: random.Random) -> str:
    match kind:
        case "counter":
            return str(1000 + number)
        case "code":
            return f"{chance.choice('ABC')}-{chance.randint(100, 99999)}"
        case "price":
            return f"{chance.randint(0, 300)}.{chance.randint(0, 99):02}"
        case "comma price":
            return f"{chance.randint(0, 300)},{chance.randint(0, 99):02}"
        case "date":
            return f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        case "moment":
            return f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/2024 {chance.randint(0, 23)}:{chance.randint(0, 59):02}"
        case "count":
            return chance.choice(["", str(chance.randint(0, 500))])
        case "word":
            return chance.choice(words[:3])
        case "link":
            return f"https://example.org/p/{number}?a=1&b=2"
        case "note":
            both = _title(words, chance) + chance.choice([", ", "; ", ": ", " - ", "\n"]) + _title(words, chance)
            return chance.choice(["", "", both])
        case _:
            return _title(words, chance)


def _title(words: tuple[str, ...], chance: random.Random) -> str:
    title = " ".join(chance.choice(words) for _ in range(chance.randint(1, 6)))
    extra = chance.random()
    if extra < 0.1:
        return title + ", " + chance.choice(words)
    if extra < 0.14:
        return f'{title} "{chance.choice(words)}"'
    if extra < 0.18:
        return f"{title} 24\" / {chance.choice(words)}'s"
    return title
