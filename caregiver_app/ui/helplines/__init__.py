"""Emergency numbers and helplines as the window shows them: the same for everybody, no library needed, nothing kept."""
