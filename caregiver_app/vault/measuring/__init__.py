"""What can be measured, in which units, and how it is typed and said. Pure; it never says what a number means."""
