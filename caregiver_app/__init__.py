"""Caregiver: an offline-first library and notebook for people who look after someone."""

__version__ = "0.1.0"

APPLICATION_ID = "org.caregiver.Caregiver"
"""By this desktops know the window: the names of the files in packaging/linux, which say the same, begin with it."""
