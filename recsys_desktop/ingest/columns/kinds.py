"""Words for what a customer did, as event logs write them."""

from __future__ import annotations

from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.synonyms import normalised

_WORDS: dict[Kind, str] = {
    Kind.VIEW: "view pv pageview page_view product_view view_item detail detail_page_view viewed browse impression visit see open"
    " read product_viewed viewed_product viewcontent 浏览 查看 访问 瀏覽 查看 閲覧 조회 просмотр",
    Kind.CLICK: "click clicked select_item tap clk product_click product_clicked 点击 點擊 クリック 클릭 клик",
    Kind.FAVOURITE: "favourite favorite fav favorites like liked wishlist add_to_wishlist save saved heart bookmark collect"
    " star starred product_added_to_wishlist added_to_wishlist 收藏 喜欢 点赞 加收藏 收藏商品 喜歡 お気に入り 찜 избранное",
    Kind.RATING: "rating rate rated review reviewed stars 评分 评价 打分 評分 評價 評価 평점 оценка",
    Kind.CART: "cart add_to_cart addtocart add_cart cart_add basket add_to_basket in_cart begin_checkout ecommerceabandonedcart"
    " product_added added_to_cart checkout_started initiatecheckout"
    " 加购 加购物车 加入购物车 购物车 加購 加入購物車 カート 장바구니 корзина",
    Kind.PURCHASE: "purchase purchased buy bought order ordered transaction sale sold checkout pay paid payment conversion"
    " order_completed ordered_product placed_order complete_order ecommerceorder"
    " watch watched finish finished completed 看完 看过 读完 读过"
    " 购买 下单 支付 付款 成交 买 订单 購買 下單 購入 구매 покупка",
    Kind.DISLIKE: "dislike disliked not_interested hide hidden thumbs_down negative 不喜欢 不感兴趣 踩 不喜歡 嫌い 싫어요 дизлайк",
}
_KINDS = {normalised(word): kind for kind, words in _WORDS.items() for word in words.split()}
#: Retail logs that are widely copied number their events; only taken when a column holds nothing else.
_NUMBERED = {"1": Kind.VIEW, "2": Kind.FAVOURITE, "3": Kind.CART, "4": Kind.PURCHASE}


def kind_of(text: str) -> Kind | None:
    """Return what a word of a log stands for, None where it is unknown.

    >>> kind_of("Add to Cart"), kind_of("收藏"), kind_of("teleport")
    (<Kind.CART: 5>, <Kind.FAVOURITE: 3>, None)
    """
    word = normalised(text)
    return _KINDS.get(word) or _NUMBERED.get(word)


_TAKEN_BACK = (
    "product_removed order_refunded order_cancelled "
    "remove_from_cart removefromcart cart_remove unfavourite unfavorite remove_from_wishlist unlike refund refunded "
    "cancel cancelled canceled return returned 取消收藏 移出购物车 退款 退货 取消 退貨"
)
_WITHDRAWALS = frozenset(map(normalised, _TAKEN_BACK.split()))


def means_withdrawal(text: str) -> bool:
    """Return whether a word of a log takes something back, so that its row says nothing about taste."""
    return normalised(text) in _WITHDRAWALS
