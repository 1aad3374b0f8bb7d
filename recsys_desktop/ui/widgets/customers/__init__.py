"""Parts of the Customers page: finder, profile, list, history, comparison."""
