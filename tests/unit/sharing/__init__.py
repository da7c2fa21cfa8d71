"""Tests of what is passed on."""
