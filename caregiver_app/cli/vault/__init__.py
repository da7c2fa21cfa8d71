"""Commands over the care notes. They and `ui.care` alone know the vault's own values."""
