"""Home: what today asks for, in one look. It knows the care notes only by what `ui.care.today` hands over."""
