"""Values that every layer may name: standard library only, no behaviour that needs a file or a network."""
