"""What a shop's own past says about how its lists should be made."""
