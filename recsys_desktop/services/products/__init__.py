"""What a shop asks about its products: found, mapped, bought together, pictures, texts."""
