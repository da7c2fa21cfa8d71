"""Calendars and cards as other programs write and read them. Nothing here keeps a record or believes a file."""
