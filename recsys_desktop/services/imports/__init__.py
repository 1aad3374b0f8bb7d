"""Files come in: looked at, told, merged, remembered, taken back."""
