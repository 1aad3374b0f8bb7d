"""Shop platforms known by their header, one declarative entry each."""
