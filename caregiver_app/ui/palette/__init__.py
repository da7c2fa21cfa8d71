"""Find anything: commands, screens and the library behind one field."""
