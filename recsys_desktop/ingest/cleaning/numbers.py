"""Numbers and money as shops write them: "$5.00", "116,99 EUR", "¥1,299", "€ 1.299,-", "10万", full-width digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from recsys_desktop.ingest.cleaning.caching import UNREADABLE, UnreadableValue

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")
_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "na", "nan", "null", "none", "#n/a", "#value!", "#ref!", "(null)"})
#: Symbols and words around an amount, longest first where one begins another.
_SYMBOLS = re.compile(
    r"(?:US|AU|CA|HK|NT|NZ|SG|MX|S|R|C|A)?\s?\$|[€£¥₤₩₽₹₺₫฿₴₪₱₦₸₼₾元円원圆]|人民币|руб(?:лей|ль|\.)?|р\.|грн\.?|kr\.?|zł|Kč|Ft|Rs\.?|Rp\.?|лв\.?|lei"
    r"|RM(?=\s?\d)|(?-i:[A-Z]{3})(?![A-Za-z])",
    re.IGNORECASE,
)
#: Symbols that mean one currency only; "$" and "¥" do not.
_ONE_CURRENCY = {"€": "EUR", "£": "GBP", "₩": "KRW", "원": "KRW", "₽": "RUB", "₹": "INR", "₺": "TRY", "₫": "VND", "฿": "THB"}
_ONE_CURRENCY |= {"元": "CNY", "人民币": "CNY", "円": "JPY", "zł": "PLN", "kč": "CZK", "ft": "HUF", "us$": "USD", "au$": "AUD"}
_ONE_CURRENCY |= {"ca$": "CAD", "hk$": "HKD", "nt$": "TWD", "nz$": "NZD", "r$": "BRL", "a$": "AUD", "c$": "CAD", "s$": "SGD"}
_ONE_CURRENCY |= {"sg$": "SGD", "mx$": "MXN", "₴": "UAH", "₪": "ILS", "₱": "PHP", "₦": "NGN", "₸": "KZT", "₼": "AZN", "₾": "GEL"}
_ONE_CURRENCY |= {
    "руб": "RUB",
    "руб.": "RUB",
    "рублей": "RUB",
    "рубль": "RUB",
    "р.": "RUB",
    "грн": "UAH",
    "грн.": "UAH",
    "rp": "IDR",
}
_ONE_CURRENCY |= {"rp.": "IDR", "rm": "MYR", "лв": "BGN", "лв.": "BGN", "lei": "RON"}
_DECIMAL_COMMA = re.compile(r"\d,(?:\d{1,2}(?!\d|[.,])|-)")
_GROUPED_BY_POINTS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")
_FOUR_DIGITS = re.compile(r"\d{4}")
_DECIMAL_POINT = re.compile(r"\d\.(?:\d{1,2}(?!\d|[.,])|-)")
#: A dash in the place of cents: "12,-", "1.299,--", "5.—".
_NO_CENTS = re.compile(r"(?<=\d)([.,])[-–—]{1,2}(?=\D*$)")
#: Blanks and apostrophes stand between thousands; anywhere else they stand between two numbers.
_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[\s'’_](?=\d{3}(?!\d))")
_AROUND = re.compile(r"^[\s\"'’]+|[\s\"'’]+$|(?<=[-+(])\s+|\s+(?=[-)])")
_TIMES = {"千": 1e3, "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8, "만": 1e4, "억": 1e8}
_MARKS = "\"'"


def uses_decimal_comma(texts: Iterable[str]) -> bool:
    """Return whether a column writes "12,50" for twelve and a half: some cell does, and none writes "12.50"."""
    commas = points = False
    for text in texts:
        commas = commas or _DECIMAL_COMMA.search(text) is not None
        points = points or _DECIMAL_POINT.search(text) is not None
    return commas and not points


def points_mean_thousands(prices: Iterable[str], *, semicolons: bool) -> bool:
    """Return whether points in prices such as "1.234" stand between thousands: all have three digits behind them, and either
    smaller prices have none or the file's cells stand between semicolons, as where decimals have a comma. "0.500" tells otherwise.

    >>> points_mean_thousands(["950", "1.234"], semicolons=False), points_mean_thousands(["1.234"], semicolons=False)
    (True, False)
    """
    filled = [price.strip() for price in prices if any(letter.isdigit() for letter in price)]
    grouped = [price for price in filled if _GROUPED_BY_POINTS.search(price)]
    if not grouped or any(("." in price and price not in grouped) or _FOUR_DIGITS.search(price) for price in filled):
        return False
    return semicolons or len(grouped) < len(filled)


def currency_of(text: str) -> str:
    """Return the currency code that an amount itself names, else "".

    >>> currency_of("116,99 EUR"), currency_of("£3"), currency_of("$5.00")
    ('EUR', 'GBP', '')
    """
    found = _SYMBOLS.search(unicodedata.normalize("NFKC", text))
    if found is None:
        return ""
    symbol = found[0]
    if len(symbol) == 3 and symbol.isalpha() and symbol.isascii() and symbol.isupper():
        return symbol
    return _ONE_CURRENCY.get(symbol.lower().replace(" ", ""), "")


def parse_number(text: str, decimal_comma: bool = False) -> float | UnreadableValue | None:
    """Return the number in a cell, None where the cell is empty, UNREADABLE where it holds something else.

    ``decimal_comma`` says how the column writes fractions; it settles "1,299" and "1.299".

    >>> parse_number("-$12.00"), parse_number("1.234,50 €"), parse_number("¥１，２９９"), parse_number("1.299", decimal_comma=True)
    (-12.0, 1234.5, 1299.0, 1299.0)
    """
    if _PLAIN.fullmatch(text) and not (decimal_comma and "." in text):
        return float(text)
    amount = unicodedata.normalize("NFKC", text).strip()
    if amount.startswith("=") and amount.endswith('"'):
        amount = amount[1:]
    amount = amount.strip(_MARKS).strip()
    if amount.lower() in _NOTHING:
        return None
    amount = _NO_CENTS.sub(r"\g<1>00", _SYMBOLS.sub("", amount, count=2).strip())
    times = _TIMES.get(amount[-1:], 1.0)
    if times > 1.0:
        amount = amount[:-1]
    amount = _BETWEEN_THOUSANDS.sub("", _AROUND.sub("", amount))
    negative = amount.startswith(("-", "−", "(")) or amount.endswith(("-", "−"))
    digits = _with_point(amount.strip("+-−()").strip(), decimal_comma)
    if digits is None:
        return UNREADABLE
    value = float(digits) * times
    return -value if negative else value


def _with_point(amount: str, decimal_comma: bool) -> str | None:
    """Return an unsigned amount with "." for the fraction and no thousands separators; None where it is no number."""
    if not re.fullmatch(r"[\d.,]*\d[\d.,]*", amount) or not amount.isascii():
        return None
    comma, point = amount.rfind(","), amount.rfind(".")
    if comma >= 0 and point >= 0:
        decimal = max(comma, point)
    elif comma < 0 and point < 0:
        return amount
    else:
        decimal = max(comma, point)
        separator = amount[decimal]
        if amount.count(separator) > 1:
            decimal = -1  # 1,234,567
        elif re.fullmatch(r"[1-9]\d{0,2}", amount[:decimal]) and len(amount) - decimal == 4:
            decimal = decimal if (separator == ",") == decimal_comma else -1
    whole, fraction = (amount, "") if decimal < 0 else (amount[:decimal], amount[decimal + 1 :])
    if not _grouped(whole) or not (fraction.isdigit() or fraction == ""):
        return None
    return f"{re.sub('[.,]', '', whole) or '0'}.{fraction or '0'}"


def _grouped(whole: str) -> bool:
    """Return whether thousands separators stand where thousands (or Indian lakhs) end."""
    return re.fullmatch(r"\d*|\d{1,3}([.,]\d{2,3})*[.,]\d{3}", whole) is not None
