"""What is being written and not kept yet, as a value, and how it lies in the care notes until it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis

if TYPE_CHECKING:
    from caregiver_app.vault.folder.sealed import SealedDraft
    from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a form holds: its main text with the cursor, and its other fields by their names."""

    text: str = field(default="", repr=False)
    cursor: int = 0
    more: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.text.strip()) or any(value.strip() for value in self.more.values())


NOTHING = Written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`place` says where it was written, e.g. "note/new"; without anything `written` it is forgotten."""

    place: str
    written: Written


def load_drafts(vault: Vault) -> dict[str, Written]:
    """Return what was being written, by its place."""
    return {one.place: Written(text=one.text, cursor=one.cursor, more=one.more) for one in vault.drafts.list()}


def sealed(draft: Draft, *, at: Millis) -> SealedDraft:
    """Return a draft as it is kept while the notes are locked."""
    from caregiver_app.vault.folder.sealed import SealedDraft

    written = draft.written
    return SealedDraft(place=draft.place, text=written.text, cursor=written.cursor, more=written.more, at=at)


def save_drafts(vault: Vault, drafts: Iterable[Draft], *, at: Millis) -> None:
    """Keep what is being written, in place of what was kept of the same places."""
    for draft in drafts:
        written = draft.written
        if written:
            vault.drafts.keep(draft.place, written.text, cursor=written.cursor, more=written.more, at=at)
        else:
            vault.drafts.drop(draft.place)
