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
    "shopify_customers": message("import", "Shopify customers"),
    "woocommerce_orders": message("import", "WooCommerce orders"),
    "shopify_api_products": message("import", "Shopify products"),
    "shopify_api_orders": message("import", "Shopify orders"),
    "woocommerce_api_products": message("import", "WooCommerce products"),
    "woocommerce_api_orders": message("import", "WooCommerce orders"),
    "magento_products": message("import", "Magento products"),
    "magento_orders": message("import", "Magento orders"),
    "prestashop_products": message("import", "PrestaShop products"),
    "prestashop_orders": message("import", "PrestaShop orders"),
    "etsy_sold_orders": message("import", "Etsy sold orders"),
    "square_library": message("import", "Square item library"),
    "square_sales": message("import", "Square sales"),
    "wix_products": message("import", "Wix products"),
    "wix_orders": message("import", "Wix orders"),
    "squarespace_products": message("import", "Squarespace products"),
    "squarespace_orders": message("import", "Squarespace orders"),
    "bigcommerce_products": message("import", "BigCommerce products"),
    "bigcommerce_products_new": message("import", "BigCommerce products"),
    "opencart_products": message("import", "OpenCart products"),
    "loyverse_items": message("import", "Loyverse items"),
    "shopware_products": message("import", "Shopware products"),
    "ebay_listings": message("import", "eBay listings"),
    "ebay_active_listings": message("import", "eBay active listings"),
    "ebay_orders": message("import", "eBay orders"),
    "amazon_listings": message("import", "Amazon listings"),
    "amazon_orders": message("import", "Amazon orders"),
    "amazon_shipments": message("import", "Amazon orders with buyers"),
    "google_merchant": message("import", "Product feed (Google Merchant)"),
    "taobao_snapshots": message("import", "Taobao products"),
    "taobao_behaviour": message("import", "Taobao behaviour log"),
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
    "gorse_items": message("import", "Gorse items"),
    "recsys_catalogue": message("import", "Products exported by this program"),
    "recsys_behaviour": message("import", "Behaviour exported by this program"),
    "next_item": message("import", "Histories with the next product"),
}


def platform_name(platform: str) -> Text | None:
    """Return where a file comes from, None where its columns name no platform."""
    return PLATFORMS.get(platform)
