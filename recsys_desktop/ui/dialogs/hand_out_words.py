"""The hand-outs in words: what each is called, what it is for, and the drawing beside it."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.handing.hand_outs import Platform, What


@dataclass(frozen=True)
class Kind:
    """One kind of hand-out as the window offers it."""

    what: What
    icon: str
    title: Text
    purpose: Text


KINDS = (
    Kind(
        "mailing",
        "mail",
        message("handouts", "Mailing"),
        message(
            "handouts",
            "One row for each customer with the products of their list: for a mail-merge letter or your newsletter program.",
        ),
    ),
    Kind(
        "page",
        "print",
        message("handouts", "Page to print or send"),
        message("handouts", "The customers' lists as one page for a browser, pictures within it: print it, or send it as a file."),
    ),
    Kind(
        "audience",
        "heart",
        message("handouts", "Who would like this"),
        message("handouts", "The customers a product suits best, for a campaign of its own."),
    ),
    Kind(
        "back_in_stock",
        "bag",
        message("handouts", "Back in stock"),
        message("handouts", "What was sold out and can be bought again, each with the customers it suits best."),
    ),
    Kind(
        "price_drop",
        "tag",
        message("handouts", "Price fell"),
        message("handouts", "What costs less than before, each with the customers it suits best."),
    ),
    Kind(
        "similar",
        "products",
        message("handouts", "Similar products"),
        message("handouts", "For each product the ones most like it, in the form that your shop system imports."),
    ),
    Kind(
        "together",
        "shop",
        message("handouts", "Bought together"),
        message("handouts", "For each product what others bought with it, in the form that your shop system imports."),
    ),
    Kind(
        "report",
        "chart",
        message("handouts", "Report on paper"),
        message(
            "handouts", "Some pages to print: what the shop holds, whether the lists help, what they show and what they never show."
        ),
    ),
)
PLATFORM_NAMES: dict[Platform, Text] = {
    "plain": message("handouts", "Spreadsheet"),
    "shopify": message("handouts", "Shopify"),
    "matrixify": message("handouts", "Shopify with Matrixify"),
    "woocommerce": message("handouts", "WooCommerce"),
}
