"""Makes an invented family's data: for looking around, for the samples of sheets, for tests. Nobody in it exists."""
