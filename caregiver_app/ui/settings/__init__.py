"""Settings: so far, reading and display. Every change applies at once and can be undone."""
