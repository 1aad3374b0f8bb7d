"""Files into rows: encodings, dialects, headers, values. Knows nothing of the store, of Qt or of models."""
