"""Every setting of a shop, declared once: its key, default, allowed range and the words for it.

The settings page, the store and the documentation read this table; nothing else names a setting's default.
"""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.texts import Text, message

Value = bool | int | float | str


@dataclass(frozen=True)
class Setting:
    """One setting. ``choices`` lists the allowed values, or ``(lowest, highest)`` bounds a number."""

    key: str
    default: Value
    label: Text
    reason: Text
    choices: tuple[Value, ...] = ()
    lowest: float | None = None
    highest: float | None = None

    def check(self, value: object) -> Value:
        """Return the value if it is of the setting's type and allowed, else the default (a damaged file must not stop a shop)."""
        if type(value) is not type(self.default):
            if not (isinstance(self.default, float) and isinstance(value, int) and not isinstance(value, bool)):
                return self.default
            value = float(value)
        assert isinstance(value, (bool, int, float, str))
        if self.choices and value not in self.choices:
            return self.default
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            if self.lowest is not None and value < self.lowest:
                return self.default
            if self.highest is not None and value > self.highest:
                return self.default
        return value


SHOP_NAME = Setting(
    "shop_name",
    "",
    message("settings", "Name of the shop"),
    message("settings", "Shown in the window and on exported lists."),
)
LANGUAGE = Setting(
    "language",
    "system",
    message("settings", "Language"),
    message("settings", "Follows the computer unless you choose one."),
    choices=("system", "en", "zh_CN"),
)
COLOURS = Setting(
    "colours",
    "system",
    message("settings", "Colours"),
    message("settings", "Follows the computer unless you choose light or dark."),
    choices=("system", "light", "dark"),
)
CATALOGUE_WORDS = Setting(
    "catalogue_words",
    "products",
    message("settings", "What you recommend"),
    message(
        "settings",
        "The window then speaks of films that are watched or articles that are read, instead of products that are bought.",
    ),
    choices=("products", "articles", "films"),
)
HALF_LIFE_DAYS = Setting(
    "half_life_days",
    365.0,
    message("settings", "Days after which a purchase counts half"),
    message("settings", "Views, favourites and ratings too. Fewer days follow changing tastes faster; more days remember longer."),
    lowest=1.0,
    highest=36500.0,
)
KEEP_CONTACTS = Setting(
    "keep_contacts",
    False,
    message("settings", "Keep customers' e-mail addresses readable"),
    message(
        "settings",
        "Otherwise a code takes the place of e-mail addresses, telephone numbers and names, and you find a customer by typing"
        " the address. Counts for customers who are new from now on.",
    ),
)
WATCHED_FOLDER = Setting(
    "watched_folder",
    "",
    message("settings", "Folder of nightly exports"),
    message("settings", "New files in it are imported by themselves while the program is open. Empty: none is watched."),
)
ASK_QUESTIONS = Setting(
    "ask_questions",
    True,
    message("settings", "Ask about products now and then"),
    message("settings", "At most five questions a day beside the answers: those that teach the lists most. None waits for you."),
)
#: In the order in which the settings page shows them.
ALL_SETTINGS = (
    SHOP_NAME,
    LANGUAGE,
    COLOURS,
    CATALOGUE_WORDS,
    HALF_LIFE_DAYS,
    ASK_QUESTIONS,
    KEEP_CONTACTS,
    WATCHED_FOLDER,
)
