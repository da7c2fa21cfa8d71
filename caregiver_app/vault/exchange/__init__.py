"""Asking somebody one trusts, and answering, by files locked for one key. It sends nothing; people carry the files."""
