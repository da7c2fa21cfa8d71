"""F1: what a screen is for, and its keys."""
