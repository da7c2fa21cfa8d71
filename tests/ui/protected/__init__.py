"""The window over a protected library."""
