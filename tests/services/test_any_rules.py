"""Whatever the rules: no list breaks what never gives way, none is empty while anything may be listed, and shares are exact."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.domain.rules import Boost, Rules
from recsys_desktop.services.learning import giving_feedback
from recsys_desktop.services.listing import list_steps, scenarios
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.scenarios import rules_of, text_of
from tests.services.shops import prepared_shop

IDS = [ItemId(f"{shelf}{number}") for shelf in "gk" for number in range(6)]
ANNA = UserId("u07")  # bought g1 to g5
HIDDEN, REFUSED = {"k5"}, {"k4", "g5"}

ids = st.lists(st.sampled_from([*IDS, ItemId("unknown")]), max_size=6, unique=True).map(tuple)
categories = st.lists(st.sampled_from(["Garden", "Kitchen", "Home", ""]), max_size=2).map(tuple)
prices = st.none() | st.sampled_from([0.0, 3.0, 6.5, 12.0, 500.0])
parts = st.sampled_from([0.0, 0.3, 1.0])
boosts = st.builds(
    Boost,
    st.sampled_from(["item", "category", "brand"]),
    st.sampled_from(["g0", "k0", "Garden", "Kitchen", "", "unknown"]),
    st.sampled_from([-1.0, 0.4, 1.0]),
)
any_rules = st.builds(
    Rules,
    list_length=st.sampled_from([1, 3, 12, 100]),
    in_stock=st.booleans(),
    price_low=prices,
    price_high=prices,
    only_categories=categories,
    without_categories=categories,
    bring_back_days=st.sampled_from([0, 10, 3650]),
    pinned=ids,
    blocked=ids,
    boosts=st.lists(boosts, max_size=3).map(tuple),
    rest_lists=st.integers(0, 3),
    diversity=parts,
    long_tail=parts,
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A prepared shop with a sold-out and a hidden product, of which one customer refused two and was sent two."""
    opened = prepared_shop(tmp_path_factory.mktemp("rules") / "shop")
    with opened.database.atomic() as db:
        db.execute("UPDATE items SET stock = 0 WHERE item_id IN ('k0', 'g1')")
    scenarios.hide(opened, ItemId("k5"), hidden=True)
    giving_feedback.give(opened, ANNA, ItemId("k4"), FeedbackKind.NEVER_SHOW)
    giving_feedback.give(opened, ANNA, ItemId("g5"), FeedbackKind.NOT_FOR_USER)
    opened.impressions.log(ANNA, [(ItemId("g0"), 1), (ItemId("k1"), 2)], "mailing", "standard", 1, 1_800_000_000)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def recommender(shop: Shop) -> Recommender:
    return Recommender(shop)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rules=any_rules)
def test_any_rules(recommender: Recommender, rules: Rules) -> None:
    made = recommender.recommend_with(ANNA, rules)
    listed = [place.item.item_id for place in made.items]
    never = HIDDEN | REFUSED | set(rules.blocked)
    assert len(listed) == len(set(listed)) <= rules.list_length
    assert not set(listed) & never
    assert [place.rank for place in made.items] == list(range(1, len(listed) + 1))
    assert listed or set(IDS) <= never
    for place in made.items:
        assert sum(reason.share for reason in place.reasons) == pytest.approx(place.score, abs=1e-6)
        assert place.step != list_steps.HAD or len({one.step for one in made.items} - {list_steps.FIRST}) == 1


@settings(max_examples=100, deadline=None)
@given(rules=any_rules)
def test_rules_come_back_from_the_file_as_they_were(rules: Rules) -> None:
    assert rules_of(text_of(rules)) == rules
