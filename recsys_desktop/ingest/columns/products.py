"""Which lines of an order are products: postage, fees, vouchers and manual corrections are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from recsys_desktop.ingest.synonyms import normalised

#: Codes that shops book beside their products; compared without case, blanks and punctuation.
_CODES = (
    "post postage carriage shipping freight delivery handling packaging manual discount adjust "
    "adjustment adjustbaddebt bank_charges bankcharges amazonfee amazon_fee ebayfee paypalfee fee fees commission "
    "sample samples tip tips custom_amount deposit refund credit debit tax vat surcharge donation test gift_card "
    "giftcard gift_voucher giftvoucher voucher coupon porto versand versandkosten gutschein rabatt frais_de_port livraison remise "
    "envio gastos_de_envio descuento spedizione sconto 运费 邮费 差价 补差价 邮费补差价 手续费 优惠券 礼品卡 运险费 運費 "
    "郵費 折扣 折價券 送料 手数料 배송비"
)
_WORDS = frozenset(map(normalised, _CODES.split()))
_VOUCHER = re.compile(r"(gift|voucher|giftcard|coupon)[\W_]*\d+", re.IGNORECASE)
_LEADING_DIGITS = re.compile(r"\d*", re.ASCII)
#: The share of different codes that must agree before those that differ are taken for something else, and how many make a rule.
_AGREE = 0.97
_ENOUGH = 50


def leading_digits(codes: Iterable[str]) -> int:
    """Return how many digits a shop's product codes begin with (0: no rule), learnt from the codes themselves.

    >>> leading_digits([str(code) + letter for code in range(20000, 20060) for letter in ("", "A")])
    5
    """
    different = set(codes)
    if len(different) < _ENOUGH:
        return 0
    digits, count = Counter(_count_leading_digits(code) for code in different).most_common(1)[0]
    return digits if digits >= 3 and count >= _AGREE * len(different) else 0


def _count_leading_digits(code: str) -> int:
    found = _LEADING_DIGITS.match(code)
    return len(found[0]) if found else 0


def is_product(code: str, code_digits: int) -> bool:
    """Return whether a code can be a product's. ``code_digits`` as from :func:`leading_digits`.

    >>> is_product("85123A", 5), is_product("POST", 5), is_product("gift_0001_20", 0), is_product("RED-MUG", 0)
    (True, False, False, True)
    """
    if code.isdigit():
        return True
    if code_digits and _count_leading_digits(code) < code_digits:
        return False
    if code[:1].isdigit():
        return True
    return normalised(code) not in _WORDS and not _VOUCHER.match(code)
