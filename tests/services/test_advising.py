"""What is said of hand-made shops: empty, catalogue only, ten customers, no times, rich."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.engine.selection.folds import FEWEST_CUSTOMERS as FEWEST_JUDGES
from recsys_desktop.engine.selection.self_fit import Step
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.language import MOST_UNREAD
from recsys_desktop.services.advising import Advice, Part, advice_on, advise
from recsys_desktop.services.choosing import current_choice
from recsys_desktop.services.learning.training_material import FEWEST_CUSTOMERS as FEWEST_PUPILS
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.services.shop_facts import Facts, facts_of
from tests.services.shops import DAY, START, filled_shop, items, store_vectors

#: A shop that lacks nothing.
RICH = Facts(
    items=100, read=100, untitled=0, thin=0, undescribed=0, uncategorised=0, alike=0, events=9_000, undated=0, customers=300,
    returning=300, judges=200, by_time=True, pupils=40,
)  # fmt: skip


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path / "empty")
    yield opened
    opened.close()


def carried(advice: Advice) -> list[str]:
    return [ability.part for ability in advice.abilities if ability.carried]


def wanted(advice: Advice, part: Part) -> str:
    return next(str(ability.wanted) for ability in advice.abilities if ability.part is part)


def kinds(advice: Advice) -> list[str]:
    return [gap.kind for gap in advice.gaps]


def test_an_empty_shop_carries_nothing_and_lacks_orders_first(empty: Shop) -> None:
    advice = advise(empty)
    assert carried(advice) == []
    assert kinds(advice) == []
    assert str(advice.next_step) == "Import a file of orders: customer, product, date."


def test_a_catalogue_alone_carries_words(empty: Shop) -> None:
    empty.catalogue.upsert(items())
    store_vectors(empty)
    advice = advise(empty)
    assert carried(advice) == ["words"]
    assert kinds(advice) == ["undescribed"]
    assert "customer, product, date" in str(advice.next_step)


def test_ten_customers_carry_words_and_bestsellers(empty: Shop) -> None:
    empty.catalogue.upsert(items())
    store_vectors(empty)
    empty.interactions.add_many(
        Interaction(UserId(f"u{user}"), ItemId(f"g{user % 3 + place}"), Kind.PURCHASE, time=START + DAY * user)
        for user in range(10)
        for place in range(2)
    )
    facts = facts_of(empty)
    assert (facts.customers, facts.returning, facts.by_time, facts.pupils) == (10, 10, False, 0)
    advice = advice_on(facts)
    assert carried(advice) == ["bestsellers", "words"]
    assert wanted(advice, Part.TOGETHER) == "10 more customers with two products or more; 20 are a start."
    assert str(advice.next_step) == wanted(advice, Part.TOGETHER)


def test_without_times_the_season_is_unknown_and_dates_are_asked_for(tmp_path: Path) -> None:
    shop = filled_shop(tmp_path / "shop")
    undated = [replace(one, time=None) for user in shop.users.keys()[1] for one in shop.interactions.of_user(user)]
    bare = open_shop(tmp_path / "bare")
    bare.catalogue.upsert(items())
    bare.interactions.add_many(undated)
    advice = advise(bare)
    assert carried(advice) == ["bestsellers", "together"]
    assert wanted(advice, Part.SEASON) == "Export the orders with their dates: 300 of 300 have none."
    assert "undated" in kinds(advice)
    shop.close()
    bare.close()


def test_a_rich_shop_lacks_nothing(empty: Shop) -> None:
    shelves = [
        Item(ItemId(f"p{number}"), f"{colour} {thing}", f"A {thing} in {colour}.", "Garden")
        for number, (colour, thing) in enumerate((c, t) for c in ("red", "blue", "green", "white") for t in
                                                 ("flower pot", "watering can", "garden bench", "bird house", "lantern"))
    ]  # fmt: skip
    empty.catalogue.upsert(shelves)
    store_vectors(empty)
    empty.interactions.add_many(
        Interaction(UserId(f"u{user}"), ItemId(f"p{(user * 7 + week) % 20}"), Kind.PURCHASE, time=START + 7 * DAY * week + user)
        for user in range(200)
        for week in range(20)
    )
    facts = facts_of(empty)
    assert facts.judges == 200
    assert facts.by_time
    advice = advice_on(facts)
    assert carried(advice) == [part.value for part in Part]
    assert kinds(advice) == []
    assert advice.next_step is None


def test_thresholds_are_those_of_the_engine() -> None:
    assert Part.TOGETHER in carried(advice_on(replace(RICH, returning=SpaceSettings().fewest_users)))
    assert Part.TOGETHER not in carried(advice_on(replace(RICH, returning=SpaceSettings().fewest_users - 1)))
    assert Part.LEARNING in carried(advice_on(replace(RICH, pupils=FEWEST_PUPILS)))
    few = advice_on(replace(RICH, pupils=FEWEST_PUPILS - 1))
    assert Part.LEARNING not in carried(few)
    # 9,000 purchases gave 19 of 20 pupils: about 474 more, with one leading digit
    assert wanted(few, Part.LEARNING) == "About 500 more purchases, by customers who come back."
    quiet = advice_on(replace(RICH, judges=0, by_time=False))
    assert wanted(quiet, Part.SEASON) == f"At least {FEWEST_JUDGES} customers who buy something new to them within 28 days."


def test_a_language_that_the_model_does_not_read_is_said() -> None:
    strange = advice_on(replace(RICH, unread=0.99))
    assert carried(strange) == [part.value for part in Part if part is not Part.WORDS]
    said = "The language model cannot read 99 % of your products' letters: lists follow purchases."
    assert str(strange.abilities[1].sentence) == said
    assert strange.next_step is None, "no file would mend it"
    spelt = advice_on(replace(RICH, unread=0.99, by_letters=True)).abilities[1]
    assert (spelt.carried, str(spelt.sentence)) == (
        True,
        "The language model cannot read your products' language: their words are compared by letters, too.",
    )
    for readable in (None, 0.0, MOST_UNREAD):
        assert Part.WORDS in carried(advice_on(replace(RICH, unread=readable)))


@pytest.mark.parametrize(
    ("follows", "sentence"),
    [
        (None, "Whether what sells changes from week to week can be found out, from 200 customers who came back lately."),
        (True, "What sells changes from week to week, and your lists follow: 200 customers who came back lately show it."),
        (False, "What sells hardly changes from week to week: 200 customers who came back lately show it."),
    ],
)
def test_the_season_is_spoken_of_as_the_fit_found_it(follows: bool | None, sentence: str) -> None:
    season = advice_on(replace(RICH, follows_season=follows)).abilities[3]
    assert (season.part, season.carried, str(season.sentence)) == (Part.SEASON, True, sentence)


def test_the_fit_s_outcome_is_read_from_the_shop(shop: Shop) -> None:
    choice = current_choice(shop)
    assert choice is not None
    shop.settings.set_json("list_settings", asdict(replace(choice, steps=(Step("trend", (0.1, 0.2), 1),))))
    assert facts_of(shop).follows_season is False
    moving = replace(choice, steps=(Step("trend", (0.1, 0.2), 1),), settings=SpaceSettings(trend_power=0.5))
    shop.settings.set_json("list_settings", asdict(moving))
    assert facts_of(shop).follows_season is True
    shop.settings.set_json("list_settings", None)
    assert facts_of(shop).follows_season is None


@pytest.mark.parametrize(
    ("field", "kind", "sentence"),
    [
        ("untitled", "untitled", "30 of 100 products have a number and no title."),
        ("thin", "thin", "30 of 100 products are described by hardly a word."),
        ("undescribed", "undescribed", "30 of 100 products have no description."),
        ("uncategorised", "uncategorised", "30 of 100 products have no category."),
        ("alike", "alike", "30 of 100 products have the same words as another one."),
    ],
)
def test_a_fault_of_the_texts_is_named_with_its_count(field: str, kind: str, sentence: str) -> None:
    advice = advice_on(replace(RICH, **{field: 30}))
    assert [(gap.kind, str(gap.sentence)) for gap in advice.gaps] == [(kind, sentence)]
    assert advice.next_step == advice.gaps[0].remedy
    assert kinds(advice_on(replace(RICH, **{field: 4}))) == [], "a few are not worth a sentence"


def test_where_nothing_has_it_the_sentence_says_none() -> None:
    said = [str(gap.sentence) for gap in advice_on(replace(RICH, undescribed=100, uncategorised=100)).gaps]
    assert said == ["None of your 100 products has a category.", "None of your 100 products has a description."]


def test_customers_who_bought_once_are_named(empty: Shop) -> None:
    assert kinds(advice_on(replace(RICH, returning=150))) == ["once"]
    assert kinds(advise(empty)) == []


def test_texts_are_counted_as_the_model_reads_them(empty: Shop) -> None:
    empty.catalogue.upsert(
        [
            Item(ItemId("1"), "1"),
            Item(ItemId("2"), "Mug"),
            Item(ItemId("3"), "茶杯架"),
            Item(ItemId("4"), "Striped linen towel", category="Kitchen"),
            Item(ItemId("5"), "Striped linen towel", category="Kitchen", price=3.0),
            Item(ItemId("6"), "Striped linen towel", category="Bath"),
        ]
    )
    facts = facts_of(empty)
    assert (facts.items, facts.untitled, facts.thin, facts.alike, facts.uncategorised, facts.undescribed) == (6, 1, 2, 2, 3, 6)
