"""The tab "Emergency sheet": what others must know in a hurry, field by field, and the other forms of that kind."""
