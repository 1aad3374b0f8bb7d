"""The words follow the numbers: each field that is chosen changes what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recsys_desktop.engine.selection.self_fit import PART_NAMES, PARTS, Budget, Choice, Step
from recsys_desktop.engine.selection.wording import describe, describe_choice
from recsys_desktop.engine.space_settings import SpaceSettings

USUAL = SpaceSettings()
CHOICE = Choice(
    USUAL, (Step("trend", (0.2, 0.25, 0.24), 1), Step("texts", (0.25, 0.2), 0)), Budget.QUICK, 2, 1500, True, 9000, 40.0
)


def said(settings: SpaceSettings, *, collaborative: bool = True) -> list[str]:
    return [str(sentence) for sentence in describe(settings, collaborative)]


def test_every_part_has_a_name_for_the_person_who_waits() -> None:
    assert set(PART_NAMES) == set(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_that_is_chosen_changes_one_sentence_with_each_candidate(part: str) -> None:
    candidates = [replace(USUAL, **change) for change in PARTS[part]]  # type: ignore[arg-type]  # the fields are floats
    all_said = [said(settings) for settings in candidates]
    assert len({tuple(sentences) for sentences in all_said}) == len(candidates), "no two candidates read alike"
    for sentences in all_said:
        assert sum(one != other for one, other in zip(sentences, all_said[0], strict=True)) <= 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"trend_power": 0.0}, "does not change from week to week"),
        ({"trend_power": 0.5}, "changes a little from week to week"),
        ({"trend_power": 1.0}, "What sells changes from week to week: what sells now counts more."),
        ({"regularisation": 30.0}, "30 buyers, fewer than usual, give half"),
        ({"regularisation": 1000.0}, "1000 buyers, more than usual, give half"),
        ({"text_weight": 0.0}, "similar words does not matter"),
        ({"text_weight": 100.0}, "count like 100 shared buyers"),
        ({"occasion_power": 0.0}, "count less only because of their age"),
        ({"occasion_power": 1.0}, "the one before it counts 50 % as much"),
        ({"prior_weight": 0.0}, "Bestsellers have no advantage."),
        ({"prior_weight": 0.3}, "counts 30 % of a purchase; the more a customer bought, the less"),
        ({"prior_weight": 0.005}, "counts 0.5 % of a purchase"),
        ({"prior_weight": 0.02, "prior_fading": 0.0}, "2 % as much as one purchase"),
        ({"sequence_weight": 0.0}, "plays no part"),
        ({"sequence_weight": 0.5}, "What other customers bought next counts too, 50 % as much"),
        ({"sequence_weight": 1.0}, "one product leads to another"),
        ({"letters_share": 0.0}, "the language model reads them"),
        ({"letters_share": 0.3}, "and 30 % by their letters"),
        ({"letters_share": 1.0}, "by their letters alone"),
        ({"own_weight": 0.0}, "no advantage of its own"),
        ({"own_weight": 4.0}, "a purchase counts 4 times for the product itself"),
        ({"new_item_scale": 0.0}, "is not listed"),
        ({"new_item_scale": 0.8}, "at 80 % of their strength"),
    ],
)
def test_the_words_of_each_number(change: dict[str, float], words: str) -> None:
    sentences = said(replace(USUAL, **change))  # type: ignore[arg-type]  # the fields are floats
    assert sum(words in sentence for sentence in sentences) == 1


def test_without_common_buyers_neither_season_nor_they_are_spoken_of() -> None:
    sentences = said(USUAL, collaborative=False)
    assert len(sentences) == 3
    assert sentences[0].startswith("Too few customers have bought two products")
    assert said(replace(USUAL, trend_power=1.0), collaborative=False) == sentences


def test_a_choice_says_how_it_was_found_and_what_it_brought() -> None:
    found, gain = map(str, describe_choice(CHOICE))
    assert found == "Found by trying 5 ways of making lists on what 1500 customers bought next."
    assert gain == "Lists made this way get 25.0 points instead of 20.0; a list of exactly what was bought would get 100."
    assert "kept aside" in str(describe_choice(replace(CHOICE, by_time=False))[0])


def test_a_choice_of_the_plain_way_says_so() -> None:
    plain = replace(CHOICE, steps=(Step("trend", (0.2, 0.2, 0.1), 0),))
    assert str(describe_choice(plain)[1]).startswith("The plain way was as good as any: 20.0 points")


def test_steps_judged_by_other_lists_are_left_out_of_the_comparison() -> None:
    first = Step("prior", (0.05, 0.06), 1)
    assert describe_choice(replace(CHOICE, steps=(first, *CHOICE.steps)))[1] == describe_choice(CHOICE)[1]
    assert len(describe_choice(replace(CHOICE, steps=(first,)))) == 1, "nothing to compare with"


def test_a_choice_without_tries_says_why() -> None:
    (why,) = describe_choice(replace(CHOICE, steps=()))
    assert str(why) == "Too few customers have come back to try anything out; the usual settings are in use."
