"""A migration that was once carried out is never edited: files that it made would differ from new ones for good."""

from __future__ import annotations

import hashlib

import pytest

from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.storage.schema import Migration, Schema
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA

SHIPPED: dict[str, tuple[str, ...]] = {
    "library": (
        "d7e8fa7f0941f965",
        "8c9481d046822122",
        "39085453ab7c508a",
        "c3b3ecf0d103e7e1",
        "3df1ca4f2a315858",
        "145f2f3aac2a4e90",
        "042b5ded340230c0",
        "494d40a7179e2348",
        "9de7a9e65e1c0237",
        "48f394716be54fae",
        "92818e5e03e882fc",
    ),
    "vault": ("af4a55fbbb8a6fa6",),
}
"""The beginning of the SHA-256 of each migration's statements, blanks and line ends counted as one. What is to be
otherwise in a table is a new migration, with a sum of its own at the end here.
"""


@pytest.mark.parametrize(
    ("name", "schema"), [("library", LIBRARY_SCHEMA), ("vault", VAULT_SCHEMA)], ids=["library", "vault"]
)
def test_no_migration_was_edited(name: str, schema: Schema) -> None:
    assert tuple(_sum_of(each) for each in schema.migrations) == SHIPPED[name]


def _sum_of(migration: Migration) -> str:
    said = "\n".join(" ".join(statement.split()) for statement in migration.statements)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
