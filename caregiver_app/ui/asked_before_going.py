"""What is asked before the window goes for good or gives way to another: erasing everything, putting a backup back."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.bootstrap.protection_state import is_protected
from caregiver_app.bootstrap.ways_in import ByPassphrase
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.around import Around
from caregiver_app.ui.care.confirming import confirm_passphrase
from caregiver_app.ui.converting import EraseWish
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.restoring import From, RestoreWish, protected_question
from caregiver_app.ui.widgets.confirm import ask_first


def ask_to_erase(around: Around, desk: Desk) -> None:
    """Ask, with the passphrase where there are care notes; it is done once the window has gone."""
    from caregiver_app.ui.erase_all import everything_question

    care, has_notes = around.care, around.services.care.exists()
    has_channel_keys = around.services.paths.channel_keys.exists()
    question = everything_question(has_notes=has_notes, has_channel_keys=has_channel_keys)

    def prove() -> None:
        confirm_passphrase(care.desk, question, lambda _typed: around.restore(EraseWish()))

    if not has_notes:
        ask_first(desk.overlay, desk.theme, question, lambda: around.restore(EraseWish()))
    elif care.access.is_open:
        prove()
    else:
        care.open_then(prove, _("Unlock to erase everything."))


def ask_to_restore(around: Around, desk: Desk, wish: RestoreWish) -> None:
    """Hand the wish on; a protected library needs its passphrase once more, since the window goes and locks it."""
    if not is_protected(around.services.paths) or wish.way is not None:
        around.restore(wish)
    elif wish.source is From.BACKUP:
        desk.tell(VaultError(VaultTrouble.PROTECTED))
    else:
        confirm_passphrase(
            around.care.desk,
            protected_question(),
            lambda typed: around.restore(replace(wish, way=ByPassphrase(passphrase=typed))),
        )
