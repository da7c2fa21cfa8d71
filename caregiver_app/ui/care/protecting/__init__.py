"""The switch that protects the library with the care notes: what it means, the passphrase, and the wish handed on."""
