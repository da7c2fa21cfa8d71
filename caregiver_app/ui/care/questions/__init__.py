"""The tab "Questions": what to ask, in an order, and what was answered."""
