"""The parts that screens are made of. Each is given the theme; none has a colour or a size of its own."""
