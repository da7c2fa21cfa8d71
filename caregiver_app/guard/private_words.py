"""Looks for the words of open care notes alone, in titles and links that nobody here typed. Pure; tells no word of them."""

from __future__ import annotations

from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.phones import is_public_line
from caregiver_app.model.guard import Finding, FindingKind
from caregiver_app.model.private import PrivateKind


def find_private_words(text: str, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the private words in `text`, in its order; none where no notes are open.

    Raises:
        VaultError: the care notes were locked meanwhile.
    """
    if knowledge.private_words is None:
        return ()
    return tuple(
        Finding(
            kind=FindingKind.PRIVATE_WORD,
            start=hit.start,
            end=hit.end,
            text=text[hit.start : hit.end],
            rule=hit.kind.value,
        )
        for hit in knowledge.private_words.find(text)
        if hit.kind is not PrivateKind.PHONE or not is_public_line(text[hit.start : hit.end], knowledge)
    )
