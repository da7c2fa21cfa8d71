"""Sending chosen questions and notes to somebody one trusts, as a file, and taking in what comes back."""
