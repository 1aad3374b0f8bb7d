"""What files say about people: recognised, left out, or put into codes."""
