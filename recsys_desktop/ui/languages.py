"""The window's language: our translation, Qt's own, and the way numbers and dates are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from recsys_desktop import paths

ENGLISH, CHINESE = "en", "zh_CN"

#: How numbers and dates are written where the computer is set to another language.
_OTHERWISE = {ENGLISH: "en_GB", CHINESE: "zh_CN"}

_installed: list[QTranslator] = []


def resolve(language: str) -> str:
    """Return "en" or "zh_CN" for "system" (what the computer is set to) or one of the two."""
    if language in (ENGLISH, CHINESE):
        return language
    return CHINESE if QLocale.system().language() == QLocale.Language.Chinese else ENGLISH


def install(language: str) -> str:
    """Make "system", "en" or "zh_CN" the language of everything built from now on. Returns the one chosen."""
    chosen = resolve(language)
    system = QLocale.system()
    # The person's own way of writing numbers and dates, where it is the language's; "C" is no person's.
    own = system.language() == QLocale(chosen).language()
    QLocale.setDefault(system if own else QLocale(_OTHERWISE[chosen]))
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    if chosen != ENGLISH:
        _load(f"recsys_desktop_{chosen}", str(paths.resources_dir() / "translations"))
        _load(f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return chosen


def _load(name: str, folder: str) -> None:
    """Load a translation where it is there: a checkout before its set-up shows English rather than nothing."""
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
