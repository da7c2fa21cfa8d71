"""Recognises private words in a text that is about to leave the notes. Nobody can read the words out of it."""
