"""Files that belong to a record: added, listed, saved as a copy, taken away. Nothing here opens or shows one."""
