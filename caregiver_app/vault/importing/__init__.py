"""Takes records in, each once, in one write. It reads no file and never brings back what was deleted here."""
