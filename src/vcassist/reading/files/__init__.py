"""Documents, sheets and letters: their text, within bounds, and the facts in them."""
