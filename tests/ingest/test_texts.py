from __future__ import annotations

import pytest

from recsys_desktop.ingest.cleaning.lists import category_path, first_address, split_tags
from recsys_desktop.ingest.cleaning.plain_text import plain_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Tea pot", "Tea pot"),
        ("  Tea \n pot ", "Tea pot"),
        ("<p>Cup &amp; saucer<br>for&nbsp;two</p>", "Cup & saucer for two"),
        ("Caf&eacute; &#8364;5", "Café €5"),
        ("fish &amp;amp; chips", "fish & chips"),
        ("a < b and c > d", "a < b and c > d"),
        ('<style>.a{color:red}</style><script>alert("x")</script>Lamp', "Lamp"),
        (".wrap { margin: 0; padding: 1px } Lamp", "Lamp"),
        ("<!-- hidden <b> --><b>Bold</b>", "Bold"),
        ("Cafe\u0301", "Café"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("全角　空白", "全角 空白"),
        ("'=1+1", "=1+1"),
        ("", ""),
    ],
)
def test_cells_become_text_a_person_can_read(cell: str, text: str) -> None:
    assert plain_text(cell) == text


def test_tags_are_split_and_kept_once() -> None:
    assert split_tags("Pot, Plants;Pot、花") == ("Pot", "Plants", "花")
    assert split_tags("Comedy|Drama") == ("Comedy", "Drama")
    assert split_tags("(no genres listed)") == ()
    assert split_tags("") == ()


def test_category_paths() -> None:
    assert category_path("Home>Kitchen > Pots") == "Home > Kitchen > Pots"
    assert category_path("Food, Beverages & Tobacco > Bakery") == "Food, Beverages & Tobacco > Bakery"
    assert category_path("Sale, Clothing > Hoodies", several=",") == "Clothing > Hoodies"
    assert category_path("Default Category/Gear/Bags", levels="/") == "Default Category > Gear > Bags"
    assert category_path("") == ""
    assert category_path("Uncategorized") == ""


def test_the_first_picture_of_several_is_taken() -> None:
    assert first_address("https://a.example/1,2.png, https://a.example/3.png") == "https://a.example/1,2.png"
    assert first_address("a.jpg;b.jpg") == "a.jpg"
    assert first_address("") == ""
