"""Arrays in, arrays out: vectors, profiles, ranking, explanations, evaluation. Tested without a store."""
