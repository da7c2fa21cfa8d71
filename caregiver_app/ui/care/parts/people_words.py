"""What people are called in rows about everybody. Where only one person is cared for there is nothing to tell apart."""

from __future__ import annotations

from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault

_SEVERAL = 2


def names_of(vault: Vault) -> dict[PersonId, str]:
    """Return the names by number; none where there are fewer than two people."""
    people = vault.people.list()
    return {person.id: person.name for person in people} if len(people) >= _SEVERAL else {}
