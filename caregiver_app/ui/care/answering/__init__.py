"""What others asked of us, a nurse's or relative's side: read as it came, answered, kept or let go."""
