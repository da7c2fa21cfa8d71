"""The reader: shows what is stored and nothing else. It makes no connection and reads no file."""
