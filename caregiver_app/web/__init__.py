"""The one door to the network. No other package opens a socket, and nothing here knows what it carries."""
