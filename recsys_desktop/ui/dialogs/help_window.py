"""The help: chapters on the left, the one chosen on the right, a search box that leaves the chapters with those words."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from recsys_desktop.ui import languages, theme
from recsys_desktop.ui.help_pages import Chapter, chapter_for, read_chapters
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.workplace import Workplace

_SIZE = (960, 660)
_LIST_WIDTH = 224
_PICTURE_WIDTH = 600
_LINE_HEIGHT = 130.0
_NAME = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """A window of its own, so that it can be read beside a dialog. It does not keep the program running."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.resize(*_SIZE)
        self._chapters = {chapter.name: chapter for chapter in read_chapters(languages.current())}
        self.search = QLineEdit()
        self.search.setObjectName("help_search")
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("help_chapters")
        self.list.setAccessibleName(self.tr("Chapters"))
        self.nothing = Muted(self.tr("No chapter has these words. Try one word, or empty the box to see all chapters."), wrap=True)
        self.nothing.setObjectName("help_nothing")
        self.text = HelpText()
        self._lay_out()
        self._fill("")
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show_current)
        self.text.anchorClicked.connect(self._follow)
        for keys, act in (("Esc", self.close), ("Ctrl+F", self.search.setFocus)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE.xs)
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.list, 1)
        left.addStretch()  # for the time that the list is hidden
        side = QWidget()
        side.setFixedWidth(_LIST_WIDTH)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        row.setSpacing(SPACE.m)
        row.addWidget(side)
        row.addWidget(self.text, 1)

    @property
    def chapter(self) -> str:
        """The name of the chapter shown."""
        return self.text.chapter.name if self.text.chapter is not None else ""

    def open_chapter(self, name: str) -> None:
        """Show the chapter of a page or a window, and bring the window to the front."""
        self.search.clear()
        self._choose(chapter_for(name))
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()

    def _fill(self, search: str) -> None:
        before = self.chapter
        self.list.clear()
        for chapter in self._chapters.values():
            if chapter.has(search):
                item = QListWidgetItem(chapter.title)
                item.setData(_NAME, chapter.name)
                self.list.addItem(item)
        self.nothing.setVisible(not self.list.count())
        self.list.setVisible(self.list.count() > 0)
        if self.list.count():
            self._choose(before)
        self.text.mark(search)

    def _choose(self, name: str) -> None:
        """Choose a chapter of the list, the first where it is not there."""
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_NAME) == name]
        self.list.setCurrentRow(rows[0] if rows else 0)

    def _show_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.show_chapter(self._chapters[item.data(_NAME)])
            self.text.mark(self.search.text())

    def _follow(self, url: QUrl) -> None:
        """Go to the chapter a link names; the help has no others."""
        name = url.fileName().removesuffix(".md")
        if name in self._chapters:
            self.search.clear()
            self._choose(name)


class HelpText(QTextBrowser):
    """One chapter, its pictures made as wide as the column of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_text")
        self.setAccessibleName(self.tr("Text of the chapter"))
        self.setOpenLinks(False)
        self.chapter: Chapter | None = None

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning."""
        if chapter is self.chapter:
            return
        self.chapter = chapter
        self.document().setDefaultFont(theme.font())
        self.document().setDocumentMargin(SPACE.m)
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{chapter.folder}/"))
        self.setMarkdown(chapter.text)
        self._space_out()
        self.verticalScrollBar().setValue(0)

    def mark(self, search: str) -> None:
        """Select the first place of the first word looked for."""
        cursor = self.textCursor()
        cursor.clearSelection()
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        if search.strip():
            self.find(search.split(maxsplit=1)[0])

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value or self.chapter is None:
            return None
        picture = QImage(str(self.chapter.folder / QUrl(name).fileName()))
        width = min(_PICTURE_WIDTH, picture.width())
        if picture.isNull():
            return picture
        wanted = min(round(width * self.devicePixelRatioF()), picture.width())
        scaled = picture.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(wanted / width)
        return scaled

    def _space_out(self) -> None:
        """Give headings the sizes of the type scale and paragraphs the air that Markdown says nothing about."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            form = block.blockFormat()
            has_picture = chr(0xFFFC) in block.text()
            form.setLineHeight(100.0 if has_picture else _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            listed = block.textList() is not None
            form.setTopMargin(SPACE.l if form.headingLevel() == 2 else SPACE.xxs if listed else SPACE.xs)
            form.setBottomMargin(0 if listed else SPACE.xs)
            cursor.setBlockFormat(form)
            if form.headingLevel():
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.setCharFormat(_heading(form.headingLevel()))
            block = block.next()


def _heading(level: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.font(TYPE.page if level == 1 else TYPE.heading, SEMIBOLD))
    return made


def add_help_key(window: QWidget, workplace: Workplace, chapter: str) -> None:
    """Let F1 open a chapter from a dialog or a pop-up; in the main window the menu does it."""
    QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window).activated.connect(
        lambda: workplace.help_wanted.emit(chapter)
    )
