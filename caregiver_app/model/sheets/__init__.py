"""What is handed to be printed, as values: they may carry private text. Whoever makes one decides what goes on it."""
