"""What people type: times of day, dates, numbers, texts, made fit to be kept. Pure; it keeps nothing itself."""
