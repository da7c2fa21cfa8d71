"""The emergency page: whom to call and what to say. It needs no passphrase, no network, no library and no first run."""
