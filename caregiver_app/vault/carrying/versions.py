"""What exported records said before, for who wants to see what was changed. It is not read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.carrying.shapes import to_moment
from caregiver_app.vault.changes.versions import Version
from caregiver_app.vault.store import Vault

_OURS = frozenset("id uid position call_order created_at changed_at deleted_at".split())


def versions_of(vault: Vault, uids: Mapping[tuple[str, int], str], choice: ExportChoice) -> list[dict[str, Any]]:
    """Return the versions of these records, oldest first, without the numbers of this file."""
    found = [version for kind, number in uids for version in vault.versions.of(kind, number)]
    return [
        {
            "of": version.kind,
            "record": uids[version.kind, version.item_id],
            "until": to_moment(version.at),
            "said": _said(version, choice),
        }
        for version in sorted(found, key=lambda version: (version.at, version.id))
        if choice.takes(version.item_id, is_about_me=bool(version.values.get("about_me")))
    ]


def _said(version: Version, choice: ExportChoice) -> dict[str, Any]:
    said = {name: value for name, value in version.values.items() if name not in _OURS and not name.endswith("_id")}
    if "facts" in said:
        facts = [json.loads(fact) for fact in said["facts"]]
        said["facts"] = [
            {"field": field, "state": state, "value": value}
            for field, state, value, *_times in facts
            if choice.takes_field(field)
        ]
    return said
