"""The tab "Measurements": what was read, as it was read, over time. It never says what a number means."""
