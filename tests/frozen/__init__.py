"""Stories lived through with a frozen build: `python3 dev.py package` installs one and runs them."""
