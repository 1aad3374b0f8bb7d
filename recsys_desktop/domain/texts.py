"""Sentences for people, kept apart from the language they are shown in.

Everything below the window speaks in :class:`Text`: an English template and its values. The window translates the
template, the command line prints it as it is, and neither layer needs to know the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """An English template such as ``"{count} rows read"`` with the values that fill it.

    ``context`` and ``template`` are what a translator sees; ``values`` may hold further texts, which are translated in turn.
    """

    context: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def fill(self, **values: object) -> Text:
        """Return the same sentence with its values.

        >>> str(message("progress", "{done} of {total}").fill(done=3, total=9))
        '3 of 9'
        """
        return Text(self.context, self.template, values)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def message(context: str, template: str, /) -> Text:
    """Return a translatable text.

    Both arguments are string literals wherever this is called, and values follow through :meth:`Text.fill`: the translators'
    tool reads the literals from the source as it reads Qt's own ``translate(context, text)``, and skips calls with keywords.
    """
    return Text(context, template)
