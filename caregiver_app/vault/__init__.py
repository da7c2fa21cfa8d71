"""Care notes: the private half, encrypted. Only `bootstrap`, `ui.care` and `cli.vault` import it."""
