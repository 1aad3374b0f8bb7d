from __future__ import annotations

import pytest

from recsys_desktop.ingest.cleaning.caching import UNREADABLE
from recsys_desktop.ingest.cleaning.numbers import currency_of, parse_number, uses_decimal_comma


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5.0),
        ("2.55", 2.55),
        ("-9.5", -9.5),
        ("$5.00", 5.0),
        ("-$12.00", -12.0),
        ("$-12.00", -12.0),
        ("(12.00)", -12.0),
        ("12.00-", -12.0),
        ("116,99 EUR", 116.99),
        ("116,99 €", 116.99),
        ("1.234,50 €", 1234.5),
        ("1,234.50", 1234.5),
        ("1,234,567", 1234567.0),
        ("12,34,567.00", 1234567.0),
        ("1 234,50", 1234.5),
        ("1'299.00", 1299.0),
        ("¥1,299", 1299.0),
        ("￥１２９", 129.0),
        ("１，２９９．５", 1299.5),
        ("1299元", 1299.0),
        ("٣", 3.0),
        ("US$ 10", 10.0),
        ("CHF 10.50", 10.5),
        ("zł 3,50", 3.5),
        ('="0042"', 42.0),
        ("12,5", 12.5),
        ("0,125", 0.125),
        ("1000,125", 1000.125),
        ("", None),
        ("  ", None),
        ("-", None),
        ("NaN", None),
        ("N/A", None),
        ("null", None),
    ],
)
def test_numbers_as_shops_write_them(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["abc", "12 pieces", "1,23,4", "1.2.3", "∞", "inf", "1e5", "12:30", "--5--5", "5 5 5 x", "1,,2"])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert parse_number(text) is UNREADABLE


def test_the_column_settles_what_three_digits_behind_a_separator_mean() -> None:
    assert parse_number("1,299") == 1299.0
    assert parse_number("1,299", decimal_comma=True) == 1.299
    assert parse_number("1.299") == 1.299 == parse_number("1.299", decimal_comma=False)
    assert parse_number("1.299", decimal_comma=True) == 1299.0


def test_a_column_with_a_decimal_comma_is_recognised() -> None:
    assert uses_decimal_comma(["1.299", "3,49 €"])
    assert not uses_decimal_comma(["1,299", "3.49"])
    assert not uses_decimal_comma(["12,50", "12.50"])
    assert not uses_decimal_comma(["1,299", "7"])


def test_currencies_are_taken_only_from_signs_that_mean_one() -> None:
    signs = ["€5", "5 EUR", "£3", "元5", "HK$ 7", "$5", "¥5", "kr 5", "5"]
    assert [currency_of(text) for text in signs] == ["EUR", "EUR", "GBP", "CNY", "HKD", "", "", "", ""]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("€ 1.299,-", 1299.0),
        ("1.299,--", 1299.0),
        ("12.-", 12.0),
        ("CHF 12.--", 12.0),
        ("1 299,00 kr", 1299.0),
        ("1\u202f299,00\u00a0€", 1299.0),
        ("12.50 元", 12.5),
        ("10万", 100_000.0),
        ("1.2万", 12_000.0),
        ("3亿", 300_000_000.0),
        ("($12.00)", -12.0),
        ("−5,00 €", -5.0),
        ("R$ 1.299,00", 1299.0),
        ("1 299 руб.", 1299.0),
        ("US $12.00", 12.0),
        ('"12,00"', 12.0),
        ('"2', 2.0),
        ("'12", 12.0),
        ("kr 5", 5.0),
        ("-.5", -0.5),
        ("#N/A", None),
        ("–", None),
    ],
)
def test_further_money_as_shops_write_it(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["5 5", "1 2 3", "99元/件", "A12", "12A", "USD", "$", "10万+"])
def test_two_numbers_and_words_are_no_amount(text: str) -> None:
    assert parse_number(text) is UNREADABLE


def test_a_dash_for_cents_tells_the_decimal_comma() -> None:
    assert uses_decimal_comma(["1.299,-", "1.499"])
    assert not uses_decimal_comma(["1,299.-"])
