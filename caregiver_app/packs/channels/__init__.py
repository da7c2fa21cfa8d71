"""Channels of packs (The Update Framework): found in order before anything of them is used, and made by publishers."""
