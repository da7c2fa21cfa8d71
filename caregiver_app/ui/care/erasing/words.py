"""What is said of deleting for good: before it what goes and what stays, after it what could not be reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.going_back import copy_moment
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.widgets.confirm import Question

if TYPE_CHECKING:
    from caregiver_app.bootstrap.erasing import ErasedForGood
    from caregiver_app.model.time import Millis


def record_question() -> Question:
    """Return what is asked before one record goes for good."""
    return Question(
        title=_("Delete this for good?"),
        text=_(
            "It goes with its earlier versions and its files, here and in the copies that Caregiver keeps on this "
            "computer. It cannot be brought back. Backups and files that you saved elsewhere still hold it."
        ),
        do=_("Delete it for good"),
        keep=_("Keep it"),
    )


def stopped_words() -> str:
    """Return how things stand where deleting was stopped."""
    return _("It is still in your care notes; some copies may have lost it already.")


def erased_lines(erased: ErasedForGood, backup: Millis | None) -> Iterator[str]:
    """Yield what became of it, and what may still hold it; `backup` is when one was made last, where that is known."""
    copies = erased.copies.remade + erased.copies.removed
    if copies:
        words = ngettext(
            "It is gone from your care notes, and from {count} copy of them on this computer.",
            "It is gone from your care notes, and from {count} copies of them on this computer.",
            copies,
        )
        yield words.format(count=format_number(copies))
    else:
        yield _("It is gone from your care notes. No copy of them on this computer held it.")
    yield _backup_words(backup)
    if erased.copies.out_of_reach:
        names = _(", ").join(_copy_words(name) for name in erased.copies.out_of_reach)
        # Translators: {names} are days of copies, or names of files
        yield _("These copies open with another key and were not looked into: {names}.").format(names=names)
    yield from _left_before(erased)


def _backup_words(backup: Millis | None) -> str:
    if backup is None:
        return _("Backups that you made before still hold it: delete them, or make new ones in their place.")
    words = _(
        "Backups that you made before, the last on {day}, still hold it: delete them, or make new ones in their place."
    )
    return words.format(day=format_short_day(backup, year=True))


def _left_before(erased: ErasedForGood) -> Iterator[str]:
    left = erased.out_of_reach
    for count, words in (
        (left.sent, ngettext("It was sent to others {count} time.", "It was sent to others {count} times.", left.sent)),
        (left.printed, ngettext("It was printed {count} time.", "It was printed {count} times.", left.printed)),
        (
            left.exported,
            ngettext("It was saved as files {count} time.", "It was saved as files {count} times.", left.exported),
        ),
        (
            left.copied,
            ngettext("A file of it was saved {count} time.", "A file of it was saved {count} times.", left.copied),
        ),
    ):
        if count:
            yield words.format(count=format_number(count))


def _copy_words(name: str) -> str:
    at = copy_moment(name)
    return name if at is None else _("copy of {day}").format(day=format_short_day(at, year=True))


def goes_words(name: str = "") -> str:
    """Return what goes, of one person called `name` or of all."""
    if name:
        return _(
            "All that is about {name}: notes and what they said before, questions and visits. Medicines, "
            "measurements, files, contacts and forms go too, and the list of what left. So do the copies that "
            "Caregiver keeps on this computer."
        ).format(name=name)
    return _(
        "All care notes of everybody, with their files, earlier versions, keys and the copies that Caregiver keeps on "
        "this computer. Passphrase and recovery sheet open nothing here any more."
    )


def stays_words(name: str = "") -> str:
    """Return what stays."""
    if name:
        return _(
            "The notes about others and about nobody in particular. Backups, files that you saved, printed sheets and "
            "what you sent: Caregiver cannot reach them."
        )
    return _(
        "Your library: sources, pages, stars. Backups on sticks, files that you saved, printed sheets and what you "
        "sent: Caregiver cannot reach them, and the passphrase of that day still opens a backup."
    )
