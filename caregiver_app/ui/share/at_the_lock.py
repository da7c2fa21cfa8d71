"""What care notes change in Share: their words are looked for while they are open, and out of sight once they lock."""

from __future__ import annotations

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.share.basket import Basket
from caregiver_app.ui.share.judging import Judging
from caregiver_app.ui.share.message_edit import MessageEdit
from caregiver_app.ui.share.preview_part import PreviewPart


class AtTheLock:
    """Holds a message back that has words of the notes, and brings it back with them."""

    def __init__(self, basket: Basket, edit: MessageEdit, judging: Judging, preview: PreviewPart) -> None:
        self._basket = basket
        self._edit = edit
        self._judging = judging
        self._preview = preview

    def notes_changed(self, *, is_open: bool) -> None:
        """Look by what the care notes know now: once they are locked, nothing may be seen that only they know."""
        if is_open:
            self._bring_back()
        else:
            self._forget_private()
        held = _("Your message has words from your care notes. It comes back when you unlock them.")
        self._edit.setPlaceholderText(held if self._basket.holds_back else "")

    def _bring_back(self) -> None:
        self._basket.bring_back()
        self._edit.put(self._basket.draft.message)
        self._judging.look_with_notes()

    def _forget_private(self) -> None:
        """Leave nothing in sight, nor behind an undo, that only open care notes may show."""
        if self._judging.knows_private:
            self._basket.put_away()
            self._edit.clear()
        self._edit.forget_steps()
        self._preview.forget()
        self._judging.forget_private()
