"""Which parts were put on a sheet or left out the last time, by person and audience: kept in the notes themselves.

The names of these settings begin as all of one person do, so that they go when the person is erased.
"""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.sheets.kinds import Audience, SheetKind
from caregiver_app.model.sheets.sheet import may_be_remembered
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.settings import VaultSettings

_FOR_ANYBODY = "anybody"


def remembered(
    settings: VaultSettings, kind: SheetKind, person_id: PersonId, audience: Audience | None
) -> Mapping[str, bool]:
    """Return what was chosen the last time, by the codes of the parts; empty where nothing was."""
    kept = settings.get(_name(kind, person_id, audience), {})
    return _lasting(kept) if isinstance(kept, dict) else {}


def remember(
    settings: VaultSettings,
    kind: SheetKind,
    person_id: PersonId,
    audience: Audience | None,
    choices: Mapping[str, bool],
    *,
    first: Mapping[str, bool],
) -> None:
    """Keep what was changed from how it was at `first`, and what was said before and is the same still.

    All else follows what stands at first the next time: a page that is empty today goes along once it says something.
    Single records are never kept: the next sheet has others.
    """
    before = remembered(settings, kind, person_id, audience)
    said = {code: on for code, on in choices.items() if on != first.get(code) or before.get(code) == on}
    absent = {code: on for code, on in before.items() if code not in choices}
    settings.set(_name(kind, person_id, audience), _lasting(dict(sorted((absent | said).items()))))


def _lasting(kept: Mapping[str, object]) -> dict[str, bool]:
    return {code: on for code, on in kept.items() if isinstance(on, bool) and may_be_remembered(code)}


def _name(kind: SheetKind, person_id: PersonId, audience: Audience | None) -> str:
    return f"person/{person_id}/sheet/{kind.value}/{audience.value if audience else _FOR_ANYBODY}"
