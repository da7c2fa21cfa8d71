"""The fourth step: the whole pack looked over, and each thing that is wrong led to its place."""
