"""Care notes leave the window as files and come back: chosen, asked about, written down. It writes no file itself."""
