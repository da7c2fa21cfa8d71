"""Keeping what somebody asked beyond its thirty days: why is written down."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.answering.steps import keep_request
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.changes.kinds import RECEIVED
from caregiver_app.vault.exchange.answering import ReceivedId


class KeepDrawer(FormDrawer):
    """Asks for the reason."""

    def __init__(
        self, desk: CareDesk, received_id: ReceivedId, because: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, _("Keep it longer"), f"{RECEIVED}/{received_id}/keep", verb=_("Keep it"), parent=parent)
        self._id = received_id
        words = _("What others tell you goes thirty days after your answer. Keep only what you must, and say why.")
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.add_line("why", _("Why you keep it"), hint=_("For example what your employer asks for."))
        self.form.begin({"why": because})

    def keep(self) -> None:
        """Keep it."""
        why = self.form.values["why"]
        if not why.strip():
            self.form.refuse("why", _("Say why in a few words."))
            return
        at = self.desk.clock.now()
        self.do(partial(keep_request, received_id=self._id, because=why, at=at), kind="asked-of-me")
