"""What `dev.py` is made of: set-up, checks, tests and starts. Standard library only; no part of the application."""
