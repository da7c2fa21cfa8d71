"""What concerns records of all kinds at once: in a row of time, by uid, deleted, gone for good. It writes no text."""
