"""What all records share: uids, versions of before, changes that are taken back. It never asks what a record says."""
