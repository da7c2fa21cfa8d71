"""The screen of packs: what is here and from whom, taken in, brought up to date, taken away."""
