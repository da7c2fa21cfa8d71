"""The Care notes screen: locked, being set up, open. The only part of the window that knows the vault's own values."""
