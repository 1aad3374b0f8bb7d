"""Slips of one product are told apart from variants of another, over a large catalogue in seconds."""

from __future__ import annotations

import random
import time

import pytest

from recsys_desktop.ingest.near_titles import near_pairs


def kinships(*titles: str) -> list[tuple[int, int, str]]:
    return [(pair.first, pair.second, pair.kinship) for pair in near_pairs(titles)]


@pytest.mark.parametrize(
    ("one", "other", "kinship"),
    [
        ("Mug red", "Mug, red", "same"),
        ("Mug red", "RED mug", "same"),
        ("Tea pot blue", "Teapot blue", "same"),
        ("口红 3色", "口红３色", "same"),
        ("Lantern tin", "Lantren tin", "slip"),
        ("Watering can", "Watring can", "slip"),
        ("Egg cups white", "Egg cup white", "slip"),
        ("Set of candles", "Set candles", "slip"),
        ("Mug red", "Mug blue", "variant"),
        ("T-shirt M", "T-shirt L", "variant"),
        ("Candle 10 cm", "Candle 12 cm", "variant"),
        ("Mug", "Mug red", "variant"),
        ('Letter "S" key ring', 'Letter "A" key ring', "variant"),
        ("Lamp with bulb", "Lamp and bulb", "slip"),
        ("Notebook white", "Notebook write", "variant"),
        ("口红 3色", "口红 4色", "variant"),
    ],
)
def test_two_titles(one: str, other: str, kinship: str) -> None:
    assert kinships(one, other) == [(0, 1, kinship)]


@pytest.mark.parametrize("titles", [("Mug", "Pot"), ("Clay pot", "Tea towel"), ("", ""), ("!", "?"), ("Mug red", "Pot blue"), ()])
def test_titles_that_are_not_akin(titles: tuple[str, ...]) -> None:
    assert kinships(*titles) == []


def test_similarity_is_that_of_the_letters() -> None:
    # " m mu ug g" and " r re ed d" against the same with " b bl lu ue e": 4 common pairs of 8 and 9.
    (pair,) = near_pairs(["Mug red", "Mug blue"])
    assert pair.similarity == round(2 * 4 / (8 + 9), 3)
    assert near_pairs(["Mug red", "red mug"])[0].similarity == 1.0


def test_each_pair_once_the_likeliest_slips_first() -> None:
    assert kinships("Lantern tin", "Mug red", "Lantren tin", "Mug blue", "mug RED") == [
        (1, 4, "same"), (0, 2, "slip"), (1, 3, "variant"), (3, 4, "variant"),
    ]  # fmt: skip


def test_a_large_family_costs_no_more_than_its_length_and_its_slip_is_found() -> None:
    colours = [f"{letter}{number:04d}" for letter in "ab" for number in range(5_000)]
    titles = [f"Shirt {colour}" for colour in colours] + ["Shirt lavender", "Shirt lavendre"]
    start = time.perf_counter()
    pairs = near_pairs(titles)
    assert time.perf_counter() - start < 5.0  # about 0.2 s; all pairs would be fifty million
    assert [(pair.first, pair.second) for pair in pairs if pair.kinship == "slip"] == [(10_000, 10_001)]
    assert len(pairs) < 2 * len(titles)


def test_planted_slips_are_all_found() -> None:
    rng = random.Random(7)
    vocabulary = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(5, 9))) for _ in range(2_000)]
    titles = [" ".join(rng.sample(vocabulary, 4)) for _ in range(5_000)]
    slips = [title[:1] + title[2:] for title in titles[:50]]  # the first word lacks its second letter
    found = {(pair.first, pair.second) for pair in near_pairs([*titles, *slips]) if pair.kinship == "slip"}
    assert found >= {(number, 5_000 + number) for number in range(50)}
