"""Known errors: things the person can understand and mend. Anything else that is raised is a bug of ours."""

from __future__ import annotations

from recsys_desktop.domain.texts import Text


class RecsysError(Exception):
    """A known error: what happened and what it means for the data (``message``), and what to do next (``hint``).

    ``code`` is a stable word for scripts, such as ``"unknown_user"`` or ``"missing_column"``.
    """

    def __init__(self, code: str, message: Text, hint: Text) -> None:
        super().__init__(str(message))
        self.code = code
        self.message = message
        self.hint = hint
