"""Safety notices: which there are, which of them are red, what was put away, and when was looked for them."""
