"""The window: screens that say what to do and show what happened. The only package that knows Qt."""
