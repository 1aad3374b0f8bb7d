"""Lists and their reasons, under rules, for customers, baskets and wishes."""
