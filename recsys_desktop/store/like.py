"""Search patterns for LIKE."""

from __future__ import annotations


def escaped(text: str) -> str:
    r"""Return the text with LIKE's wildcards taken literally, for use with ``ESCAPE '\'``.

    >>> escaped("50%_off")
    '50\\%\\_off'
    """
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
