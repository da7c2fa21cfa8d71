"""From an address to articles: fetched, parsed, recognised, decided, stored. SQL is in `library`, sockets in `web`."""
