"""Files that carry care notes out and in: exports of open notes, and what is to be taken in. It changes no record."""
