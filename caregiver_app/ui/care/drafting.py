"""What is being written and not kept yet, as a value, and how it lies in the care notes until it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis

if TYPE_CHECKING:
    from caregiver_app.vault.store import Vault

DraftBody = Mapping[str, object]
"""What a form holds, by the names of its fields, with the cursor; every value is a JSON value."""

_KEPT_AS = "drafts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`place` says where it was written, e.g. "journal/new"; an empty `body` means that nothing is there any more."""

    place: str
    body: DraftBody = field(repr=False)


def load_drafts(vault: Vault) -> dict[str, DraftBody]:
    """Return what was being written, by its place."""
    return dict(vault.settings.get(_KEPT_AS, {}))


def save_drafts(vault: Vault, drafts: Iterable[Draft], *, at: Millis) -> None:
    """Keep what is being written, in place of what was kept of the same places."""
    del at
    kept = load_drafts(vault)
    for draft in drafts:
        if draft.body:
            kept[draft.place] = draft.body
        else:
            kept.pop(draft.place, None)
    vault.settings.set(_KEPT_AS, kept)
