"""Lists as programs print them, category paths as shops write them, styles that are no words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from recsys_desktop.ingest.cleaning.category_forms import category_separators
from recsys_desktop.ingest.cleaning.list_cells import listed
from recsys_desktop.ingest.cleaning.lists import category_path, first_address, split_tags
from recsys_desktop.ingest.cleaning.plain_text import plain_text
from tests.ingest.reading import read_text


@pytest.mark.parametrize(
    ("cell", "entries"),
    [
        ("['a', 'b']", ["a", "b"]),
        ('["a", "b"]', ["a", "b"]),
        ("['it\\'s', \"Mom's\"]", ["it's", "Mom's"]),
        ("['a' 'b']", ["a", "b"]),  # as numpy prints it
        ("[1, 2.5]", ["1", "2.5"]),
        ("['a', None, nan]", ["a"]),
        ("[['A', 'B', 'C'], ['D']]", ["A", "B", "C"]),
        ('["caf\\u00e9"]', ["café"]),
        ("[]", []),
        ("[2024]", None),
        ("[New] Lamp", None),
        ("[New]", None),
        ("['a', b]", None),
        ("('a', 'b')", None),
        ("", None),
    ],
)
def test_lists_in_cells(cell: str, entries: list[str] | None) -> None:
    assert listed(cell) == entries


def test_a_list_becomes_words_tags_a_path_or_the_first_address() -> None:
    assert plain_text("['Tea cup', 'blue &amp; white']") == "Tea cup, blue & white"
    assert split_tags("['tea, green', 'cup']") == ("tea", "green", "cup")
    assert category_path("['Home', 'Kitchen', 'Cups']") == "Home > Kitchen > Cups"
    assert first_address("['https://a.example/1.jpg', 'https://a.example/2.jpg']") == "https://a.example/1.jpg"
    assert first_address("a.jpg,b.jpg") == "a.jpg"


@pytest.mark.parametrize(
    ("cell", "path"),
    [
        ("Home > Kitchen", "Home > Kitchen"),
        ("Home>Kitchen", "Home > Kitchen"),
        ("Home » Kitchen", "Home > Kitchen"),
        ("Home &gt; Kitchen", "Home > Kitchen"),
        ("Home -> Kitchen", "Home > Kitchen"),
        ("Home :: Kitchen", "Home > Kitchen"),
        ("Home >> Kitchen", "Home > Kitchen"),
        ("CD/DVD", "CD/DVD"),
        ("Uncategorized", ""),
    ],
)
def test_category_paths(cell: str, path: str) -> None:
    assert category_path(cell) == path


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Home > Kitchen", "CD/DVD"], ("", ">")),
        (["Men/Shoes", "Men/Shirts", "Women/Shoes", "Women/Dresses", "Men"], ("", "/")),
        (["Home|Kitchen", "Home|Bath", "Garden|Pots"], ("", "|")),
        (["Comedy|Drama", "Drama|Action", "Action|Comedy"], ("|", ">")),
        (["Men/Women", "Boys/Girls", "Cats/Dogs"], ("", ">")),
        (["CD/DVD", "CD/DVD", "CD/DVD"], ("", ">")),
        (["Home/Kitchen"], ("", ">")),
        ([], ("", ">")),
    ],
)
def test_how_a_column_writes_its_categories(cells: list[str], expected: tuple[str, str]) -> None:
    assert category_separators(cells) == expected


def test_a_file_with_slashes_between_levels(tmp_path: Path) -> None:
    outcome = read_text(
        tmp_path, "id,title,category\n1,Cup,Home/Kitchen\n2,Towel,Home/Bath\n3,Pot,Garden/Pots\n4,Box,Home\n5,Film,\n"
    )
    assert [item.category for item in outcome.items] == ["Home > Kitchen", "Home > Bath", "Garden > Pots", "Home", ""]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (".a{color:red} .b{color:blue} Lamp", "Lamp"),
        ("Lamp .a{margin:0;padding:0} red", "Lamp red"),
        ("@media (max-width:3px){.x{color:red}} Lamp", "Lamp"),
        ("p{margin:0} Lamp", "Lamp"),
        ("Mug {colour: red}", "Mug {colour: red}"),
        ("<style>/* a */ p{color:red}</style>Lamp", "Lamp"),
        ("<header>Top</header>", "Top"),
        ("<script>x", "x"),
        ("&amp;amp;amp;", "&"),
    ],
)
def test_styles_and_layers(cell: str, text: str) -> None:
    assert plain_text(cell) == text


@pytest.mark.parametrize("piece", ["<script", "<!--", "<style>", "['", "{", ".a{", "&amp;", "/*", "<a", "'"])
def test_no_cell_costs_more_than_its_length(piece: str) -> None:
    start = time.perf_counter()
    plain_text(piece * 50_000)
    assert time.perf_counter() - start < 2.0  # some milliseconds; minutes where a pattern tries every beginning with every end
