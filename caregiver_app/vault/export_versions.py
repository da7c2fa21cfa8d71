"""What exported records said before, for who wants to see what was changed. It is not read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caregiver_app.vault.export_shapes import to_moment
from caregiver_app.vault.store import Vault

_OURS = frozenset("id uid position call_order created_at changed_at deleted_at".split())


def versions_of(vault: Vault, uids: Mapping[tuple[str, int], str]) -> list[dict[str, Any]]:
    """Return the versions of these records, oldest first, without the numbers of this file."""
    found = [version for kind, number in uids for version in vault.versions.of(kind, number)]
    return [
        {
            "of": version.kind,
            "record": uids[version.kind, version.item_id],
            "until": to_moment(version.at),
            "said": {name: value for name, value in version.values.items() if _is_said(name)},
        }
        for version in sorted(found, key=lambda version: (version.at, version.id))
    ]


def _is_said(name: str) -> bool:
    return name not in _OURS and not name.endswith("_id")
