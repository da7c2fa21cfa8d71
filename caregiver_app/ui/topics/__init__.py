"""The choice of topics: what somebody would like help with, and who would be asked for pages then."""
