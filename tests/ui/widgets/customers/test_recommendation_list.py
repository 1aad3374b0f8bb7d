"""Cards that are refilled in place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind
from recsys_desktop.ui import theme
from recsys_desktop.ui.models.reasons import Column
from recsys_desktop.ui.widgets.customers.recommendation_card import Answer, RecommendationCard
from recsys_desktop.ui.widgets.customers.recommendation_list import RecommendationCards
from recsys_desktop.ui.widgets.customers.star_picker import StarPicker
from recsys_desktop.ui.widgets.feedback.why_popover import WhyPopover
from tests.ui.widgets.places import because, place, places

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def cards(qtbot: QtBot, qapp: QApplication) -> RecommendationCards:
    theme.apply(qapp, "light")
    made = RecommendationCards()
    qtbot.addWidget(made)
    made.resize(702, 500)
    made.show()
    return made


def _titles(cards: RecommendationCards) -> list[str]:
    return [card.place.item.title for card in cards.cards if card.place is not None]


def _show(qtbot: QtBot, cards: RecommendationCards, *titles: str) -> None:
    with qtbot.waitSignal(cards.list_painted):
        cards.show_list(places(*titles), {}, moving=True)


def _answer(kind: FeedbackKind, value: float | None = None) -> Feedback:
    return Feedback(1, UserId("C"), ItemId("A"), kind, value, 0, 1)


def test_cards_stand_below_each_other_in_the_order_of_the_list(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "A", "B", "C")
    assert [card.pos() for card in cards.cards] == [QPoint(0, 0), QPoint(0, 104), QPoint(0, 208)]
    assert {card.size().toTuple() for card in cards.cards} == {(690, 96)}


def test_a_new_list_reuses_the_cards(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "A", "B", "C")
    first, second, third = cards.cards
    _show(qtbot, cards, "C", "A", "D")
    assert cards.cards == [third, first, second]
    assert _titles(cards) == ["C", "A", "D"]
    assert [card.y() for card in (third, first, second)] == [0, 104, 208]
    assert len(cards.findChildren(RecommendationCard)) == 3


def test_a_shorter_list_hides_cards_and_a_longer_one_shows_them_again(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "A", "B", "C")
    _show(qtbot, cards, "B")
    assert [card.isVisible() for card in cards.findChildren(RecommendationCard)].count(True) == 1
    _show(qtbot, cards, "B", "C", "D")
    assert [card.isVisible() for card in cards.findChildren(RecommendationCard)].count(True) == 3
    assert len(cards.findChildren(RecommendationCard)) == 3


def test_the_same_list_is_painted_too(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "A")
    _show(qtbot, cards, "A")


def test_tab_goes_through_the_cards_as_they_stand(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "A", "B", "C")
    _show(qtbot, cards, "C", "A", "B")
    cards.activateWindow()
    cards.cards[0].setFocus()
    stops = []
    for _ in range(18):
        stops.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    expected = [part for card in cards.cards for part in (card, card.like, card.stars, card.bought, card.not_for, card.more)]
    assert stops == expected


def test_arrows_go_from_card_to_card(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, *"ABCDEFGHIJ")
    cards.activateWindow()
    cards.cards[0].setFocus()
    for former, latter in pairwise(cards.cards):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert QApplication.focusWidget() is latter, former
    assert cards.verticalScrollBar().value() > 0, "the card with the keyboard is in view"
    cards.cards[9].like.setFocus()
    QTest.keyClick(cards.cards[9].like, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is cards.cards[8]


def test_buttons_say_which_product_they_are_about(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "Recipe <b>box</b>")
    card = cards.cards[0]
    names = [button.accessibleName() for button in (card.like, card.stars, card.bought, card.not_for, card.more)]
    assert names == [
        "Like: Recipe <b>box</b>",
        "Stars: Recipe <b>box</b>",
        "Bought: Recipe <b>box</b>",
        "Not for this customer: Recipe <b>box</b>",
        "More: Recipe <b>box</b>",
    ]
    assert card.like.toolTip() == "<p>Likes this (L)</p>"


@pytest.mark.parametrize(
    ("answer", "button"),
    [
        (_answer(FeedbackKind.LIKE), "like"),
        (_answer(FeedbackKind.BOUGHT), "bought"),
        (_answer(FeedbackKind.RATING, 4.0), "stars"),
        (_answer(FeedbackKind.NOT_FOR_USER), "not_for"),
        (None, None),
    ],
)
def test_the_button_of_a_stored_answer_is_marked(
    qtbot: QtBot, cards: RecommendationCards, answer: Feedback | None, button: str | None
) -> None:
    _show(qtbot, cards, "A")
    cards.show_list(places("A"), {ItemId("A"): answer} if answer else {}, moving=True)
    card = cards.cards[0]
    assert [name for name in ("like", "stars", "bought", "not_for") if getattr(card, name).isChecked()] == [
        name for name in [button] if name
    ]


def test_stars_are_picked_by_pointer_or_key(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "A")
    card = cards.cards[0]
    answers: list[object] = []
    cards.answered.connect(answers.append)
    card.stars.click()
    picker = card.findChild(StarPicker)
    assert [star.accessibleName() for star in picker.buttons] == ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"]
    picker.buttons[3].click()
    QApplication.processEvents()
    card.stars.click()
    QTest.keyClick(card.findChildren(StarPicker)[-1], Qt.Key.Key_2)
    assert answers == [Answer(ItemId("A"), FeedbackKind.RATING, 4.0), Answer(ItemId("A"), FeedbackKind.RATING, 2.0)]


def test_the_menu_holds_what_is_rarely_needed(qtbot: QtBot, cards: RecommendationCards) -> None:
    _show(qtbot, cards, "A")
    card = cards.cards[0]
    answers: list[object] = []
    opened: list[str] = []
    cards.answered.connect(answers.append)
    cards.product_wanted.connect(opened.append)
    card.more.click()
    menu = card.findChild(QMenu)
    why, product, looked_at, _, never = menu.actions()
    assert [action.text().split("\t")[0] for action in (why, product, looked_at, never)] == [
        "Why this?",
        "Open the product",
        "Has looked at this",
        "Never show this to this customer",
    ]
    product.trigger()
    never.trigger()
    menu.close()
    assert opened == ["A"]
    assert answers == [Answer(ItemId("A"), FeedbackKind.NEVER_SHOW)]


def test_a_press_on_the_reasons_shows_them_all(qtbot: QtBot, cards: RecommendationCards) -> None:
    with qtbot.waitSignal(cards.list_painted):
        cards.show_list([place(1, "A", because("Tea <i>towel</i>", 0.3), because("Mug", -0.1))], {}, moving=False)
    card = cards.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card._painter.reasons.center())
    popover = card.findChild(WhyPopover)
    table = popover.findChild(QTableView, "reason_table")
    rows = [
        [table.model().index(row, column).data() for column in (Column.REASON, Column.SHARE)]
        for row in range(table.model().rowCount())
    ]
    assert rows == [["Because of Tea <i>towel</i>", "150.0 %"], ["Because of Mug", "-50.0 %"]]
    popover.close()


def test_a_cut_off_title_is_told_in_full(qtbot: QtBot, cards: RecommendationCards) -> None:
    long = "A very long title " * 12
    with qtbot.waitSignal(cards.list_painted):
        cards.show_list([place(1, long), place(2, "Short")], {}, moving=False)
    first, second = cards.cards
    for card, shown in ((first, long.strip()), (second, "")):
        at = QPoint(150, 20)
        QApplication.sendEvent(card, QHelpEvent(QHelpEvent.Type.ToolTip, at, card.mapToGlobal(at)))
        assert shown in QToolTip.text()
        QToolTip.hideText()
        assert card._painter.cut_text_at(at).strip() == shown


def test_reasons_take_two_lines_and_only_what_is_cut_off_is_told_in_full(qtbot: QtBot, cards: RecommendationCards) -> None:
    two_lines = [because(title, 0.2) for title in ("Lemon verbena infusion, 60 g", "Set of 3 linen napkins")]
    cut = [because(f"{title} with a name as long as a sentence, in sage", 0.2) for title in ("Napkin", "Apron", "Tea towel")]
    with qtbot.waitSignal(cards.list_painted):
        cards.show_list([place(1, "A", *two_lines), place(2, "B", *cut)], {}, moving=False)
    first, second = (card._painter for card in cards.cards)
    assert (
        "".join(first._lines).replace("\N{NO-BREAK SPACE}", " ")
        == "Because of Lemon verbena infusion, 60 g · Set of 3 linen napkins"
    )
    assert len(first._lines) == len(second._lines) == 2
    assert first.cut_text_at(first.reasons.center()) == ""
    assert second.cut_text_at(second.reasons.center()).endswith("Tea towel with a name as long as a sentence, in sage")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_lies_on_the_surface_and_shows_the_keyboard(
    qtbot: QtBot, qapp: QApplication, cards: RecommendationCards, scheme: str
) -> None:
    colours = theme.apply(qapp, scheme)
    _show(qtbot, cards, "A", "B")
    card = cards.cards[0]
    cards.activateWindow()
    card.setFocus()
    picture = card.grab().toImage()
    middle = picture.height() // 2
    assert picture.pixelColor(250, 4) == QColor(colours.surface)
    assert picture.pixelColor(0, middle) == QColor(colours.accent)
    assert cards.cards[1].grab().toImage().pixelColor(0, middle).name() == QColor(colours.border).name()
    theme.apply(qapp, "light")


def test_a_product_new_in_the_shop_is_marked(cards: RecommendationCards) -> None:
    ground = QColor(theme.current().accent_soft)

    def marked() -> list[bool]:
        pictures = [card.grab().toImage() for card in cards.cards]
        line = range(30, 54)  # the facts: 22 pixels in the middle of the card
        return [any(shown.pixelColor(x, y) == ground for x in range(120, 400) for y in line) for shown in pictures]

    cards.show_list(places("A", "B"), {}, {ItemId("B")}, moving=False)
    assert ["New" in card.accessibleName() for card in cards.cards] == [False, True]
    assert marked() == [False, True]
    cards.show_list(places("A", "B"), {}, moving=False)
    assert marked() == [False, False]
