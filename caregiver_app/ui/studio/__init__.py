"""The pack studio: what a pack is made in, step by step, over a folder that `caregiver pack` understands too."""
