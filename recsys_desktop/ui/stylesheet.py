"""The one stylesheet, written with the tokens of the theme. Widgets choose a rule by their ``role`` property."""

from __future__ import annotations

from string import Template

from recsys_desktop import paths
from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE, TYPE, Theme

_RULES = """
QWidget { color: $text; }
QMainWindow, QDialog, QWizard, #page, #page_body { background: $bg; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: ${xxs}px ${xs}px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="accent"] { color: $accent; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="danger"] { color: $danger; }

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius_card}px; }
QFrame[role="card"][selected="true"] { border: 1px solid $accent; }
QFrame[role="line"] { background: $border; border: none; }
QFrame[role="advice"] { background: $warning_soft; border: none; border-radius: ${radius_control}px; }
QFrame[role="advice"] QLabel { color: $warning; }
QFrame[role="question"] { background: $accent_soft; border: none; border-radius: ${radius_control}px; }
QFrame[role="rail"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role="toast"] { background: $text; border: none; border-radius: ${radius_card}px; }
QFrame[role="toast"] QLabel { color: $surface; }

QLabel[role="chip"] { background: $raised; color: $muted; border-radius: ${chip_radius}px; padding: 2px ${s}px; }
QLabel[role="chip"][tone="accent"] { background: $accent_soft; color: $accent; }
QLabel[role="chip"][tone="warning"] { background: $warning_soft; color: $warning; }

QPushButton { background: $surface; border: 1px solid $border; border-radius: ${radius_control}px;
  padding: 0 ${s}px; min-height: ${control}px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${s_focus}px; min-height: ${control_focus}px; }
QPushButton:disabled { color: $muted; background: $raised; border-color: $raised; }
QPushButton::menu-indicator { width: 0; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; padding: 0 ${m}px; }
QPushButton[role="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 0 ${m_focus}px; }
QPushButton[role="primary"]:disabled { background: $raised; color: $muted; border-color: $raised; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 0 ${xxs}px; min-height: 22px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $accent; padding: 0 ${xxs}px; min-height: 22px; }
QPushButton[role="link"]:disabled { color: $muted; }
QPushButton[role="nav"] { text-align: left; border: 1px solid transparent; background: transparent; color: $muted;
  padding: 0 ${s}px; min-height: 34px; }
QPushButton[role="nav"]:hover { background: $raised; color: $text; }
QPushButton[role="nav"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[role="nav"]:focus { border: 1px solid $accent; padding: 0 ${s}px; min-height: 34px; }
QFrame[role="toast"] QPushButton { background: transparent; border: 1px solid $muted; color: $surface; }
QFrame[role="toast"] QPushButton:hover { background: $muted; }
QFrame[role="toast"] QPushButton:focus { border: 2px solid $surface; }

QToolButton { background: $surface; border: 1px solid $border; border-radius: ${radius_control}px;
  min-width: 30px; min-height: 30px; padding: 0; }
QToolButton:hover { background: $raised; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:focus { border: 2px solid $accent; min-width: 28px; min-height: 28px; }
QToolButton:disabled { background: $raised; border-color: $raised; }
QToolButton::menu-indicator { width: 0; image: none; }
QLineEdit QToolButton { min-width: 0; min-height: 0; background: transparent; border: none; }
QToolButton[role="plain"] { background: transparent; border-color: transparent; }
QToolButton[role="plain"]:hover { background: $raised; }
QToolButton[role="plain"]:focus { border: 2px solid $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
  background: $surface; border: 1px solid $edge; border-radius: ${radius_control}px; padding: 0 ${xs}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit { min-height: ${control}px; }
QPlainTextEdit, QTextEdit { padding: ${xs}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid $accent; padding: 0 ${xs_focus}px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus { min-height: ${control_focus}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${xs_focus}px; }
QLineEdit[invalid="true"], QLineEdit[invalid="true"]:focus { border: 1px solid $danger; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { color: $muted; background: $raised; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  border: none; background: transparent; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: ${l}px; }
QComboBox::down-arrow { image: url("$arrow_down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; outline: none; padding: ${xxs}px;
  selection-background-color: $accent_soft; selection-color: $accent; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QDateEdit::up-button {
  border: none; width: ${l}px; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QDateEdit::down-button {
  border: none; width: ${l}px; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$arrow_up"); width: 14px; height: 14px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$arrow_down"); width: 14px; height: 14px; }

QCheckBox, QRadioButton { background: transparent; spacing: ${xs}px; min-height: 22px; }
QTreeView::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px; background: $surface; }
QTreeView::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QTreeView::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$part"); }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px; background: $surface; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 9px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { background: $accent; border: 4px solid $accent_soft; width: 10px; height: 10px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }

QSlider::groove:horizontal { height: 4px; background: $edge; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: $accent; border: none; }
QSlider::handle:horizontal:focus { border: 2px solid $text; }

QProgressBar { background: $raised; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; color: $text; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QAbstractItemView { background: $surface; border: 1px solid $border; border-radius: ${radius_card}px; outline: none;
  alternate-background-color: $surface; gridline-color: $border; }
QListView::item, QTreeView::item { min-height: ${row}px; padding: 0 ${s}px; border-bottom: 1px solid $raised; }
QListView { padding: ${xxs}px 0; }
QTableView { padding: 2px; }
QAbstractItemView[role="bare"], QTableView[role="bare"]:focus { border: none; border-radius: 0; padding: 0; }
QTableView::item { padding: 0 ${xs}px; border-bottom: 1px solid $raised; }
QAbstractItemView::item:hover { background: $raised; }
QAbstractItemView::item:selected { background: $accent_soft; color: $accent; }
QAbstractItemView:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: none; border-radius: ${radius_card}px; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 0 ${header}px; min-height: ${row}px; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $edge; border-radius: 3px; }
QScrollBar::handle:hover { background: $muted; }
QTextBrowser, QTextBrowser:focus { border: 1px solid $border; padding: 0; }
QTextBrowser:focus { border: 1px solid $accent; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: transparent; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: ${xs}px ${s}px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar QToolButton { min-width: 16px; min-height: 16px; background: $surface; border-color: transparent; }
QTabBar::tab:focus { color: $accent; border-bottom: 2px solid $text; }

QMenuBar { background: $surface; border-bottom: 1px solid $border; }
QMenuBar::item { background: transparent; padding: ${xxs}px ${xs}px; }
QMenuBar::item:selected { background: $raised; border-radius: 4px; }
QMenu { background: $surface; border: 1px solid $border; padding: ${xxs}px; }
QMenu::item { padding: 6px ${l}px 6px ${s}px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: ${xxs}px ${xs}px; }
QGroupBox { border: none; margin-top: ${l}px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
"""


def stylesheet(chosen: Theme) -> str:
    """Return the application's stylesheet in the colours of ``chosen``."""
    icons = paths.resources_dir() / "icons"
    tone = chosen.name
    return Template(_RULES).substitute(
        {name: getattr(chosen, name) for name in Theme.__dataclass_fields__ if name != "name"},
        accent_strong=theme.accent_strong(chosen),
        **SPACE._asdict(),
        **{f"type_{name}": size for name, size in TYPE._asdict().items()},
        xs_focus=SPACE.xs - 1,
        s_focus=SPACE.s - 1,
        m_focus=SPACE.m - 1,
        radius_card=theme.RADIUS_CARD,
        radius_control=theme.RADIUS_CONTROL,
        chip_radius=theme.CHIP_HEIGHT // 2,
        # Borders count as part of a control's height.
        control=theme.CONTROL_HEIGHT - 2,
        control_focus=theme.CONTROL_HEIGHT - 4,
        row=theme.ROW_HEIGHT - 2,
        header=SPACE.xs + 3,  # the words of a cell begin this much later than its padding says
        arrow_down=(icons / f"arrow_down_{tone}.svg").as_posix(),
        arrow_up=(icons / f"arrow_up_{tone}.svg").as_posix(),
        tick=(icons / f"tick_{tone}.svg").as_posix(),
        part=(icons / f"part_{tone}.svg").as_posix(),
    )
