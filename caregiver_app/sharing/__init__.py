"""What is passed on: only cards of pages that may be trusted, and the words that were typed. Knows no care notes."""
