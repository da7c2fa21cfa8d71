"""Awareness days: what comes up, words to share on such a day, and reminders on Home."""
