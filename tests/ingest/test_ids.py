from __future__ import annotations

import pytest

from recsys_desktop.ingest.cleaning.ids import clean_id, id_from_title, is_rounded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17850", "17850"),
        ("17850.0", "17850"),
        ("01234", "01234"),
        ("12345678901234567890", "12345678901234567890"),
        ("85123A", "85123A"),
        ("85123a", "85123a"),
        (" A-1 ", "A-1"),
        ("A  1", "A 1"),
        ('="978000"', "978000"),
        ('="0123"', "0123"),
        ("\t6917926768823643751", "6917926768823643751"),
        ("'00123", "00123"),
        ("'=cmd", "=cmd"),
        ("ＡＢ１２", "AB12"),
        ("１２３", "123"),
        ("ann@example.org", "ann@example.org"),
        ("1.50", "1.50"),
        ("", ""),
        ("nan", ""),
        ("NULL", ""),
    ],
)
def test_what_programs_did_to_ids_is_undone_and_nothing_else(text: str, expected: str) -> None:
    assert clean_id(text) == expected


def test_an_id_rounded_by_a_spreadsheet_is_seen() -> None:
    assert is_rounded("9.78E+12")
    assert is_rounded("6,91E+18")
    assert not is_rounded("9780000000001")
    assert not is_rounded("RED+BLUE")


def test_titles_that_differ_in_blanks_and_punctuation_only_give_one_id() -> None:
    assert id_from_title("No Wifi -  Men’s Shirt") == "no-wifi-men-s-shirt" == id_from_title("NO WIFI, Men's shirt!")
    assert id_from_title("口红 3色") == "口红-3色"
    assert id_from_title(" - ") == ""
