"""What a shop's lists are made of, in plain sentences generated from the chosen numbers: one for each part."""

from __future__ import annotations

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.selection.self_fit import JUDGED_APART, Choice
from recsys_desktop.engine.space_settings import SpaceSettings

_USUAL = SpaceSettings()
#: Below this a per cent is told with one decimal.
_WITH_DECIMAL = 2
#: A perfect list has this many points; NDCG runs from 0 to 1.
_POINTS = 100


def describe(settings: SpaceSettings, collaborative: bool) -> tuple[Text, ...]:
    """Return a sentence for each part of the lists that these settings make.

    ``collaborative`` says whether enough customers have two products; without them neither the season nor common buyers play a
    part.
    """
    if not collaborative:
        few = message("made_of", "Too few customers have bought two products or more: lists follow the words of what each bought.")
        return few, _reading(settings), _bestsellers(settings)
    return (
        _together(settings),
        _occasions(settings),
        _sequence(settings),
        _words(settings),
        _reading(settings),
        _season(settings),
        _bestsellers(settings),
        _newcomers(settings),
        _bought_again(settings),
    )


def describe_choice(choice: Choice) -> tuple[Text, ...]:
    """Return how the settings were found, and what that brought: in points, of which a perfect list has 100 (NDCG@10)."""
    if not choice.steps:
        return (message("made_of", "Too few customers have come back to try anything out; the usual settings are in use."),)
    tries = sum(len(step.results) for step in choice.steps)
    if choice.by_time:
        found = message("made_of", "Found by trying {tries} ways of making lists on what {customers} customers bought next.")
    else:
        found = message("made_of", "Found by trying {tries} ways of making lists on purchases of {customers} customers kept aside.")
    return found.fill(tries=tries, customers=choice.customers), *_gain(choice)


def _together(settings: SpaceSettings) -> Text:
    if settings.regularisation < _USUAL.regularisation:
        text = message(
            "made_of",
            "Products with the same buyers belong together; {count} buyers, fewer than usual, give half of the full strength.",
        )
    elif settings.regularisation > _USUAL.regularisation:
        text = message(
            "made_of",
            "Products with the same buyers belong together; {count} buyers, more than usual, give half of the full strength.",
        )
    else:
        text = message("made_of", "Products with the same buyers belong together; {count} buyers give half of the full strength.")
    return text.fill(count=round(settings.regularisation))


def _sequence(settings: SpaceSettings) -> Text:
    if settings.sequence_weight <= 0:
        return message("made_of", "In which order products are bought plays no part.")
    if settings.sequence_weight < 1:
        text = message("made_of", "What other customers bought next counts too, {percent} % as much as having the same buyers.")
        return text.fill(percent=_percent(settings.sequence_weight))
    return message(
        "made_of", "What other customers bought next counts as much as having the same buyers: one product leads to another."
    )


def _words(settings: SpaceSettings) -> Text:
    if settings.text_weight <= 0:
        return message("made_of", "Whether products have similar words does not matter once customers have bought them.")
    text = message("made_of", "Products with similar words belong together too: the same words count like {count} shared buyers.")
    return text.fill(count=round(settings.text_weight))


def _reading(settings: SpaceSettings) -> Text:
    if settings.letters_share <= 0:
        return message("made_of", "Words are compared by what they mean: the language model reads them.")
    if settings.letters_share < 1:
        text = message("made_of", "Words are compared by what they mean, and {percent} % by their letters.")
        return text.fill(percent=_percent(settings.letters_share))
    return message("made_of", "Words are compared by their letters alone, as the language model does not read them.")


def _season(settings: SpaceSettings) -> Text:
    if settings.trend_power <= 0:
        return message("made_of", "What sells does not change from week to week: what sold long ago counts like what sells now.")
    if settings.trend_power < 1:
        return message("made_of", "What sells changes a little from week to week: what sells now counts somewhat more.")
    return message("made_of", "What sells changes from week to week: what sells now counts more.")


def _occasions(settings: SpaceSettings) -> Text:
    if settings.occasion_power <= 0:
        return message("made_of", "All orders of a customer count; older ones count less only because of their age.")
    text = message("made_of", "A customer's latest order counts most; the one before it counts {percent} % as much.")
    return text.fill(percent=_percent(2.0**-settings.occasion_power))


def _bestsellers(settings: SpaceSettings) -> Text:
    if settings.prior_weight <= 0:
        return message("made_of", "Bestsellers have no advantage.")
    if settings.prior_fading > 0:
        text = message(
            "made_of", "For a new customer, what sells well counts {percent} % of a purchase; the more a customer bought, the less."
        )
    else:
        text = message("made_of", "What sells well counts {percent} % as much as one purchase of the customer.")
    return text.fill(percent=_percent(settings.prior_weight))


def _newcomers(settings: SpaceSettings) -> Text:
    if settings.new_item_scale <= 0:
        return message("made_of", "A product that nobody has bought yet is not listed.")
    text = message("made_of", "A product that nobody has bought yet ranks like similar products, at {percent} % of their strength.")
    return text.fill(percent=_percent(settings.new_item_scale))


def _bought_again(settings: SpaceSettings) -> Text:
    if settings.own_weight <= 0:
        return message("made_of", "A product bought before has no advantage of its own where bought products come back.")
    text = message("made_of", "Where bought products may come back, a purchase counts {times} times for the product itself.")
    return text.fill(times=f"{settings.own_weight:g}")


def _gain(choice: Choice) -> tuple[Text, ...]:
    """Say what the choices brought that were all judged by the same lists; nothing where none of them was made in time."""
    alike = [step for step in choice.steps if step.part not in JUDGED_APART]
    if not alike:
        return ()
    before, after = (_POINTS * value for value in (alike[0].results[0], alike[-1].results[alike[-1].taken]))
    shown = {"before": f"{before:.1f}", "after": f"{after:.1f}"}
    if float(shown["after"]) <= float(shown["before"]):
        text = message(
            "made_of", "The plain way was as good as any: {after} points; a list of exactly what was bought would get 100."
        )
        return (text.fill(after=shown["after"]),)
    text = message(
        "made_of", "Lists made this way get {after} points instead of {before}; a list of exactly what was bought would get 100."
    )
    return (text.fill(**shown),)


def _percent(share: float) -> str:
    """Return a share in per cent, with a decimal only where it would be none or one without."""
    percent = 100 * share
    return f"{percent:.1f}".rstrip("0").rstrip(".") if percent < _WITH_DECIMAL else f"{percent:.0f}"
