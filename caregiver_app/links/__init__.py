"""What an address says by itself: plain form, key, tokens, whose site it is. Pure: never asks the network."""
