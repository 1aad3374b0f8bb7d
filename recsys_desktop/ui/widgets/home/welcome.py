"""The first thing a person sees: what this program does, and the choice between a sample and their own files."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.labels import Body, Heading, Label, Muted, PageTitle

_WIDTH = 720


class Welcome(QWidget):
    """Two cards side by side under a greeting."""

    sample_wanted = Signal(str)  # what it holds: "products", "films" or "articles"
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = PrimaryButton(self.tr("Try the sample shop"), "try_sample_shop")
        self.own = QuietButton(self.tr("Import my files"), "import_my_files")
        self.films = LinkButton(self.tr("200 films"), "try_sample_films", small=True)
        self.articles = LinkButton(self.tr("200 articles"), "try_sample_articles", small=True)
        for button, words in ((self.sample, "products"), (self.films, "films"), (self.articles, "articles")):
            button.clicked.connect(partial(self.sample_wanted.emit, words))
        self.own.clicked.connect(self.import_wanted)
        self._lay_out()

    def set_busy(self, busy: bool) -> None:
        """Block all choices while one of them is carried out."""
        for button in (self.sample, self.films, self.articles, self.own):
            button.setEnabled(not busy)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        column.addStretch(2)
        column.addWidget(PageTitle(self.tr("Welcome. What does each of your customers want next?")))
        column.addWidget(
            Label(
                self.tr("Give the program your products and orders. It makes a list for every customer, says why, and learns from "
                        "your corrections."),
                role="muted",
                wrap=True,
            )
        )  # fmt: skip
        column.addSpacing(SPACE.s)
        column.addLayout(self._choices())
        column.addSpacing(SPACE.xs)
        column.addWidget(Muted(self.tr("You can also drop files onto this window. Nothing leaves this computer."), wrap=True))
        column.addStretch(3)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        middle.setLayout(column)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(
            _choice("shop", self.tr("Look around first"), self.tr("An invented gift shop with 300 products and 500 customers. "
                    "It is ready in about a minute."), self.sample, self._other_samples()),
            1,
        )  # fmt: skip
        row.addWidget(
            _choice("import", self.tr("Begin with my shop"), self.tr("Tables of products and orders, as your shop system exports "
                    "them: CSV or Excel, any column names."), self.own, self._promise()),
            1,
        )  # fmt: skip
        return row

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        promise = Muted(self.tr("You see what they hold before anything is stored."), wrap=True)
        promise.setMinimumHeight(self.films.sizeHint().height())  # both buttons stand at one height
        row.addWidget(promise)
        return row

    def _other_samples(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.xxs)
        row.addWidget(Muted(self.tr("No shop? Try")))
        row.addWidget(self.films)
        row.addWidget(Muted(self.tr("or")))
        row.addWidget(self.articles)
        row.addStretch(1)
        return row


def _choice(icon: str, title: str, sentence: str, button: QPushButton, more: QHBoxLayout | None = None) -> Card:
    card = Card()
    drawing = QLabel()
    drawing.setPixmap(theme.pixmap(icon, "accent", 2 * theme.ICON))
    card.body.addWidget(drawing)
    card.body.addWidget(Heading(title, wrap=True))
    card.body.addWidget(Body(sentence))
    card.body.addStretch(1)
    card.body.addSpacing(SPACE.xs)
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    if more is not None:
        card.body.addLayout(more)
    return card
