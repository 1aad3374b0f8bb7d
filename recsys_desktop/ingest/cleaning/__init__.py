"""Cell texts to values: numbers and money, dates, ids, plain text, lists. Pure functions and per-column readers with caches."""
