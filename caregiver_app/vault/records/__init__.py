"""A store for each kind of record, and the values in it. None knows keys, files beside the notes, or other features."""
