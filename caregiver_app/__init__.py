"""Caregiver: an offline-first library and notebook for people who look after someone."""

__version__ = "0.1.0"
