"""The bytes of attached files: encrypted, named, kept in their folder, told apart. Nothing here knows a record."""
