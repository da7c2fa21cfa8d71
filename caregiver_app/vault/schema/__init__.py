"""The tables of `vault.db`, by subject and by numbered migrations. It opens nothing and reads no row."""
