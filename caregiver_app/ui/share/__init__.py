"""Share: what is passed on, the words beside it, what must be settled first, and what others will see of it."""
