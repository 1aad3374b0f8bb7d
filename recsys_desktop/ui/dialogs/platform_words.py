"""What the import window calls the files of the shops' platforms."""

from __future__ import annotations

from recsys_desktop.domain.texts import Text, message

#: One for each entry of ``ingest/platforms``, by its name.
PLATFORMS: dict[str, Text] = {
    "online_retail": message("import", "Order lines (Online Retail)"),
    "etsy_listings": message("import", "Etsy listings"),
    "etsy_sold_items": message("import", "Etsy sold items"),
    "movielens_movies": message("import", "MovieLens films"),
    "movielens_ratings": message("import", "MovieLens ratings"),
    "movielens_tags": message("import", "MovieLens tags"),
    "movielens_links": message("import", "MovieLens links"),
    "woocommerce_products": message("import", "WooCommerce products"),
    "shopify_products": message("import", "Shopify products"),
    "shopify_products_new": message("import", "Shopify products"),
    "shopify_orders": message("import", "Shopify orders"),
    "ebay_listings": message("import", "eBay listings"),
    "ebay_active_listings": message("import", "eBay active listings"),
    "ebay_orders": message("import", "eBay orders"),
    "amazon_listings": message("import", "Amazon listings"),
    "amazon_orders": message("import", "Amazon orders"),
    "amazon_shipments": message("import", "Amazon orders with buyers"),
    "google_merchant": message("import", "Product feed (Google Merchant)"),
    "taobao_snapshots": message("import", "Taobao products"),
    "taobao_products": message("import", "Taobao products"),
    "taobao_orders": message("import", "Taobao orders"),
    "taobao_order_lines": message("import", "Taobao order lines"),
    "douyin_orders": message("import", "Douyin orders"),
    "pinduoduo_orders": message("import", "Pinduoduo orders"),
    "jd_orders": message("import", "JD orders"),
    "rakuten_items": message("import", "Rakuten products"),
    "rakuten_orders": message("import", "Rakuten orders"),
    "eccube_products": message("import", "EC-CUBE products"),
    "eccube_orders": message("import", "EC-CUBE orders"),
    "yahoo_japan_products": message("import", "Yahoo! Shopping products"),
    "base_products": message("import", "BASE products"),
    "next_item": message("import", "Histories with the next product"),
}


def platform_name(platform: str) -> Text | None:
    """Return where a file comes from, None where its columns name no platform."""
    return PLATFORMS.get(platform)
