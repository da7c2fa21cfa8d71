"""Reads words that are about to leave for what gives a family away. Pure: asks nobody and keeps nothing."""
