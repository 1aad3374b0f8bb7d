"""Parts of the Rules page, and the rules' menu of a product."""
