from __future__ import annotations

from recsys_desktop.domain.entities import Kind
from recsys_desktop.engine.text.behaviour_sentence import MOST_CHARACTERS, Action, behaviour_sentence


def test_newest_first_one_verb_for_neighbours() -> None:
    actions = [
        Action("Candle holder", "Home > Vintage", Kind.PURCHASE, 3.0),
        Action("Lantern", "Home > Vintage", Kind.PURCHASE),
        Action("Mug", "Kitchen", Kind.VIEW),
    ]
    assert behaviour_sentence(actions) == "bought 3 Candle holder, Lantern; viewed Mug; favourite: Vintage"


def test_repeats_add_up() -> None:
    actions = [Action("Mug", "", Kind.PURCHASE, 1.0), Action("Plate", "", Kind.VIEW), Action("Mug", "", Kind.PURCHASE, 2.0)]
    assert behaviour_sentence(actions) == "bought 3 Mug; viewed Plate"


def test_the_favourite_group_goes_by_weight_not_by_count() -> None:
    actions = [Action("a", "Views", Kind.VIEW), Action("b", "Views", Kind.VIEW), Action("c", "Bought", Kind.PURCHASE)]
    assert behaviour_sentence(actions).endswith("favourite: Bought")


def test_equal_groups_are_settled_by_the_alphabet() -> None:
    one, other = Action("a", "Zoo", Kind.PURCHASE), Action("b", "Art", Kind.PURCHASE)
    assert behaviour_sentence([one, other]).endswith("favourite: Art")
    assert behaviour_sentence([other, one]).endswith("favourite: Art")


def test_dislikes_are_not_named() -> None:
    assert behaviour_sentence([Action("Mug", "Kitchen", Kind.DISLIKE)]) == ""


def test_nothing_done_is_no_sentence() -> None:
    assert behaviour_sentence([]) == ""


def test_a_long_history_stays_short_and_keeps_the_newest_and_the_favourite() -> None:
    actions = [Action(f"Product number {n} with a long title that goes on", "Garden", Kind.PURCHASE, 12.0) for n in range(500)]
    sentence = behaviour_sentence(actions)
    assert len(sentence) <= MOST_CHARACTERS
    assert sentence.startswith("bought 12 Product number 0 with a long title")
    assert sentence.endswith("; favourite: Garden")


def test_blank_titles_are_passed_over() -> None:
    assert behaviour_sentence([Action("  ", "", Kind.PURCHASE)]) == ""
