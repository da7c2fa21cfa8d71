"""Sheets of the library, as values for paper: pages, lists, phone lines, flyers. Knows no care notes."""
