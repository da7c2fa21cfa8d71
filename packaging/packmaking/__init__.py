"""Makes the built-in packs from tables and our own texts; docs/formats/built-in-packs.md has the rules."""
