"""Checking a link or a message that somebody sent. Works without a network, and keeps nothing."""
