"""The window's language: our translation, Qt's own, and the way numbers and dates are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from recsys_desktop import paths

ENGLISH, CHINESE = "en", "zh_CN"
PRODUCTS = "products"

#: How numbers and dates are written where the computer is set to another language.
_OTHERWISE = {ENGLISH: "en_GB", CHINESE: "zh_CN"}

_installed: list[QTranslator] = []
_current = ENGLISH


def resolve(language: str) -> str:
    """Return "en" or "zh_CN" for "system" (what the computer is set to) or one of the two."""
    if language in (ENGLISH, CHINESE):
        return language
    return CHINESE if QLocale.system().language() == QLocale.Language.Chinese else ENGLISH


def current() -> str:
    """Return the language in use, "en" or "zh_CN"."""
    return _current


def install(language: str, catalogue_words: str = PRODUCTS) -> str:
    """Make "system", "en" or "zh_CN" the language of everything built from now on. Returns the one chosen.

    ``catalogue_words`` is what the window calls that which it recommends: "products", "articles" or "films".
    """
    global _current  # noqa: PLW0603 the one place that knows what is in use
    _current = chosen = resolve(language)
    system = QLocale.system()
    # The person's own way of writing numbers and dates, where it is the language's; "C" is no person's.
    own = system.language() == QLocale(chosen).language()
    QLocale.setDefault(system if own else QLocale(_OTHERWISE[chosen]))
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    if chosen != ENGLISH:
        _load(f"recsys_desktop_{chosen}", str(paths.resources_dir() / "translations"))
        _load(f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if catalogue_words != PRODUCTS:  # the translator installed last is asked first
        _load(f"recsys_desktop_{chosen}_{catalogue_words}", str(paths.resources_dir() / "translations"))
    return chosen


def _load(name: str, folder: str) -> None:
    """Load a translation where it is there: a checkout before its set-up shows English rather than nothing."""
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
