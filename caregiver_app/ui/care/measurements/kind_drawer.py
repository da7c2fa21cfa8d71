"""The form of something of one's own to measure: what it is called, and in which unit it is read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk, CareDone
from caregiver_app.ui.care.measurements.steps import drop_kind, make_kind, rename_kind
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.vault.records.measures import OwnKind
from caregiver_app.vault.store import Vault

START = "measure-kind/"


class KindDrawer(FormDrawer):
    """`made` carries the word of a new kind. A unit stays what it was: what was read in it stays what it is."""

    made = Signal(str)

    def __init__(self, desk: CareDesk, kind: OwnKind | None = None, *, parent: QWidget | None = None) -> None:
        heading = _("Something else to measure") if kind is None else kind.name
        super().__init__(desk, heading, f"{START}{'new' if kind is None else kind.id}", parent=parent)
        self.kind = kind
        self.add_line("name", _("What it is called"), hint=_("For example steps, or how far they walked."))
        if kind is None:
            self.add_line("unit", _("Unit"), hint=_("For example metres. It may stay empty."))
        if kind is not None:
            self.drop = Button(desk.theme, _("Offer it no more"), icon=Icon.TRASH)
            self.drop.clicked.connect(self._drop)
            self.add_foot(self.drop)
        self.form.begin({"name": "" if kind is None else kind.name})

    def keep(self) -> None:
        """Make the kind, or call it otherwise."""
        values = {name: value.strip() for name, value in self.form.values.items()}
        if not values["name"]:
            self.form.refuse("name", _("Type a name."))
            return
        at = self.desk.clock.now()
        if self.kind is not None:
            self.do(partial(rename_kind, kind_id=self.kind.id, name=values["name"], at=at), kind="measurement")
            return
        made: list[str] = []

        def step(vault: Vault) -> CareDone | None:
            code, done = make_kind(vault, values["name"], values["unit"], at=at)
            made.append(code)
            return done

        self.kept.connect(lambda: self.made.emit(made[-1]))
        self.do(step, kind="measurement")

    def _drop(self) -> None:
        if self.kind is not None:
            step = partial(drop_kind, kind_id=self.kind.id, name=self.kind.name, at=self.desk.clock.now())
            self.do(step, kind="measurement")
