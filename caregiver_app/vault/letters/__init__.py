"""What people exchange, as documents: requests, answers, keys; locked and read within bounds. It knows no record."""
