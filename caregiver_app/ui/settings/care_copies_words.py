"""What is said of the copies of the care notes: why each is there, what one lacks, what going back to it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.record_counts import counted_words
from caregiver_app.ui.settings.copies_card import CopiesWords
from caregiver_app.ui.settings.ledger_words import when_words
from caregiver_app.ui.widgets.confirm import Question

if TYPE_CHECKING:
    from caregiver_app.bootstrap.care_copy_look import CopyLook


def care_words() -> CopiesWords:
    """Return what is said of copies of the care notes."""
    return CopiesWords(
        heading=_("Copies of your care notes"),
        text=_(
            "Made once a day when you open them, and before much of them is changed. They are locked like the notes "
            "and lie on this computer only."
        ),
        # Translators: {when} and {why} tell copies apart, e.g. "Go back to this one: notes of today, 8:05. Daily copy"
        name=_("Go back to this one: notes of {when}. {why}"),
        reason=care_reason,
    )


def care_reason(reason: str) -> str:
    """Return why a copy was made."""
    words = {
        "daily": _("Daily copy"),
        "weekly": _("Weekly copy"),
        "before-import": _("Before a file was brought in"),
        "before-going-back": _("Before you went back to a copy"),
    }
    return words.get(reason, _("Before a new version"))


def look_question() -> Question:
    """Return what is asked before a copy is looked into."""
    return Question(
        title=_("Look into this copy?"),
        text=_("You see what it lacks before anything is done. Type the passphrase of your care notes."),
        do=_("Look into it"),
        keep=_("Stay here"),
    )


def go_back_question(look: CopyLook, now: Millis) -> Question:
    """Return what is asked before a copy takes the place of the notes."""
    when = when_words(look.copy.at, now, inside=True)
    after = _(
        "Your notes as they are now become a copy too, so you can come back. They are locked meanwhile; open them "
        "again with your passphrase."
    )
    return Question(
        # Translators: {when} is e.g. "yesterday, 8:05"
        title=_("Go back to the care notes of {when}?").format(when=when),
        text=" ".join((*lacking_sentences(look), after)),
        do=_("Go back"),
        keep=_("Stay here"),
    )


def lacking_sentences(look: CopyLook) -> Iterator[str]:
    """Yield what a copy lacks of the notes as they are now."""
    lacking = look.lacking
    if lacking is None:
        yield _("The notes that are here cannot be read, so what it lacks is not known.")
        return
    if lacking.is_same:
        yield _("It lacks nothing: no record was added, changed or deleted since.")
        return
    for counts, words in (
        # Translators: {counts} is e.g. "3 notes, 1 contact"
        (lacking.missing, _("It lacks: {counts}.")),
        (lacking.older, _("As they were before you changed them: {counts}.")),
        (lacking.back, _("Deleted since, and back again in it: {counts}.")),
    ):
        if counts:
            yield words.format(counts=counted_words(counts))
