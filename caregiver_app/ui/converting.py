"""What is done between two windows, while none has the library open; of it, protecting the library and ending that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.services import Services
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.restoring import RestoreWish, WorkWords
from caregiver_app.ui.speaking import SpeakWish
from caregiver_app.ui.tasks import TaskControl

if TYPE_CHECKING:
    from caregiver_app.bootstrap.protection import ChangeProgress


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectWish:
    """The library shall be protected with the care notes, or no more. The passphrase was tried already."""

    on: bool
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseWish:
    """Everything shall go. Who wants it was asked, and typed the passphrase where there are care notes."""


Wish = RestoreWish | ProtectWish | SpeakWish | EraseWish
"""What is done between two windows."""


def convert(services: Services, wish: ProtectWish, control: TaskControl[ChangeProgress]) -> str:
    """Do what is wanted and return what to tell the person; raises as the services do. For a thread of its own."""
    services.care.unlock(wish.passphrase)
    protection = services.protection
    turn = protection.turn_on if wish.on else protection.turn_off
    turn(wish.passphrase, on_progress=control.progress, cancel=control.cancel)
    if wish.on:
        return _("Your library is protected now. Your passphrase opens it.")
    return _("Your library is not protected any more.")


def converting_words(wish: ProtectWish) -> WorkWords:
    """Return what the small window says meanwhile."""
    return WorkWords(
        heading=_("Protecting the library") if wish.on else _("Ending the protection of the library"),
        line=_("All of it is written anew and compared before anything is replaced."),
        first=_("Checking the passphrase"),
        working=_("Writing and comparing"),
        stopped=_("Stopped. Nothing was changed."),
        last=_("The last step: putting all of it in its place. This is not stopped any more."),
    )
