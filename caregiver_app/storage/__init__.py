"""The one door to SQLite: opening, pragmas, transactions, migrations, snapshots. No table is named here."""
