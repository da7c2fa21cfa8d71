"""Numbers that states and insurers give to persons: how each is written, called and checked."""
