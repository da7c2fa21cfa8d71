"""The tables of `vault.db`, by numbered migrations. docs/formats/vault.md explains them for people."""

from __future__ import annotations

from caregiver_app.storage.schema import Migration, Schema
from caregiver_app.vault.schema.exchange import EXCHANGE
from caregiver_app.vault.schema.people import PEOPLE, SHARED
from caregiver_app.vault.schema.records import NOTES, RECORDS, VISITS

APPLICATION_ID = 0x43475656  # "CGVV"

VAULT_SCHEMA = Schema(
    application_id=APPLICATION_ID,
    migrations=(Migration(to=1, statements=(*PEOPLE, *SHARED, *NOTES, *EXCHANGE, *VISITS, *RECORDS)),),
)
