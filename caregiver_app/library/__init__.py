"""All SQL over the public store, one module a subject. It knows nothing of networks, windows or private notes."""
