"""Damaged CSV files read by this application and by other readers, scored alike."""
