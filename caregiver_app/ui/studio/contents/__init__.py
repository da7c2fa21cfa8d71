"""The second step: what is in the pack, by kind and with its state, taken from the library, checked, taken out."""
