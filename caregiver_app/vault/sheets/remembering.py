"""Which parts were put on a sheet or left out the last time, by person and audience: kept in the notes themselves.

The names of these settings begin as all of one person do, so that they go when the person is erased.
"""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.sheets.kinds import Audience, SheetKind
from caregiver_app.model.sheets.sheet import RECORD
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.settings import VaultSettings

_FOR_ANYBODY = "anybody"


def remembered(
    settings: VaultSettings, kind: SheetKind, person_id: PersonId, audience: Audience | None
) -> Mapping[str, bool]:
    """Return what was chosen the last time, by the codes of the parts; empty where nothing was."""
    kept = settings.get(_name(kind, person_id, audience), {})
    return {code: on for code, on in kept.items() if isinstance(on, bool)} if isinstance(kept, dict) else {}


def remember(
    settings: VaultSettings,
    kind: SheetKind,
    person_id: PersonId,
    audience: Audience | None,
    choices: Mapping[str, bool],
) -> None:
    """Keep what was chosen, but for single records: the next sheet has others."""
    lasting = {code: on for code, on in sorted(choices.items()) if not code.startswith(RECORD)}
    settings.set(_name(kind, person_id, audience), lasting)


def _name(kind: SheetKind, person_id: PersonId, audience: Audience | None) -> str:
    return f"person/{person_id}/sheet/{kind.value}/{audience.value if audience else _FOR_ANYBODY}"
