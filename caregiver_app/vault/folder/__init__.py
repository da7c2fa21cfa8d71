"""The notes as files in a folder: made, opened, under new keys, copied, exchanged. Nothing is ever plain there."""
