"""Search patterns for SQLite's LIKE, which takes no notice of case in ASCII letters."""

from __future__ import annotations


def containing(text: str) -> str:
    r"""Return the pattern of texts that contain this one, its wildcards taken literally, for use with ``LIKE ? ESCAPE '\'``.

    >>> containing("50%_off")
    '%50\\%\\_off%'
    """
    return f"%{starting(text)}"


def starting(text: str) -> str:
    """Return the pattern of texts that start with this one, likewise."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
