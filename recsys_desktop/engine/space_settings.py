"""The numbers that shape an item space.

The defaults were chosen on Online Retail's four 28-day windows that end before its seven test windows
(``tests/benchmarks/quality``, February to May 2011), later ones also on parts kept aside of what may be learnt from of Amazon
Industrial and MovieLens; never on a test part. On these four windows NDCG@10 lay between .141 and .144 for half and double of
most numbers: none is finely tuned. Each shop tries out the ones that matter, see ``selection/self_fit.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.engine.history import Fading


@dataclass(frozen=True)
class SpaceSettings:
    """How an item space is fitted and asked."""

    #: Coordinates of a key: what is bought together, then popularity, then the pad that gives all keys one length. 258: .1413.
    width: int = 384
    #: lambda of EASE: how many common buyers it takes before two products count as bought together. 200: .142, 500: .142.
    regularisation: float = 300.0
    #: alpha of CEASE: what an equal text counts beside a common buyer. 10: .141, 60: .143.
    text_weight: float = 30.0
    #: What follows counts so much beside what belongs together, 0 being nothing; how many steps it takes before it counts. On
    #: MovieLens 1 gives .103 where 0 gives .092, on Online Retail next to nothing.
    sequence_weight: float = 0.0
    sequence_regularisation: float = 1000.0
    #: Recent means within about this many days; the trend's exponent beta, 0 being none; the events that outweigh it. Shops differ:
    #: on Online Retail 0 gives .123 and 1 .143, on MovieLens .062 and .040.
    trend_half_life_days: float = 6.0
    trend_power: float = 0.0
    trend_smoothing: float = 20.0
    #: Recent popularity among those who had not bought the product before: its half-life, its weight beside one purchase's worth of
    #: taste, and how that weight falls with the weight m of the history, as m ** -fading. On Online Retail customers with one event
    #: want .2 (.090; .02: .076), those with a whole history do not care; on Amazon Industrial .2 halves the figures.
    prior_half_life_days: float = 5.0
    prior_weight: float = 0.02
    prior_fading: float = 0.6
    #: How much less a history's older occasions say than the latest: (1 + occasions ago) ** -power. On MovieLens .75 gives .094
    #: where 0 gives .076, on Online Retail it gives nothing.
    occasion_power: float = 0.0
    #: Where products may be listed again: what having bought one adds to its own score, in units of what one purchase lends to
    #: another product, and the chances that a product's own rebuy rate must outweigh. 2: .347, 4: .349, 8: .348.
    own_weight: float = 4.0
    own_smoothing: float = 60.0
    #: Length of a placed key, stretched as engine/placing.py says, beside a learnt one. On Online Retail .9 costs nothing over all
    #: products and 1.0 costs .6 %; at .9 the places that new products get bring about as many hits as the others'.
    new_item_scale: float = 0.9
    #: What letters count beside the language model where texts are compared: 0 nothing, 1 everything, for a catalogue in a language
    #: that the model does not read.
    letters_share: float = 0.0
    #: What the behaviour sentence counts beside one purchase. It hardly helps or harms here (two windows): with the whole history
    #: .1509 without, .1510 with .1, .1511 with 1; with the last event alone .090 without, .089 with .03 and .1, .082 with 1.
    sentence_weight: float = 0.05
    #: Fewer users with two products than this carry no collaborative signal.
    fewest_users: int = 20
    seed: int = 0

    def fading(self, half_life_days: float) -> Fading:
        """Return how histories fade in this shop, given the half-life that its owner set."""
        return Fading(half_life_days, self.occasion_power)
