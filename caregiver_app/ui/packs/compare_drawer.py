"""First contact with whoever makes packs: their signs are shown, and two groups of them are typed in from elsewhere.

The two groups are not on the screen: they can only come from the makers' paper or voice. An address for news that came
with the packs is proven by none of them, so it is asked for by itself, and unticked.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.sentences.channels import namesake_words
from caregiver_app.ui.packs.sheet_foot import add_sheet_foot
from caregiver_app.ui.packs.work import Met
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import Figure, PlainLabel

_LONGEST = 100
_ABOUT_TYPING = frozenset({ChannelTrouble.MISTYPED_FINGERPRINT, ChannelTrouble.WRONG_FINGERPRINT})


class CompareDrawer(Drawer):
    """`wanted` carries the groups that were typed, by their number. `news` is None where no address came along."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, met: Met, *, unproven: str = "", parent: QWidget | None = None) -> None:
        """`unproven` is an address for news that somebody wrote beside the packs, "" where nobody did."""
        # Translators: {name} is who made packs, as they call themselves
        super().__init__(theme, _("Do these packs come from {name}?").format(name=met.look.name), parent=parent)
        if met.look.namesake:
            heading = _("You trust somebody else of this name")
            self.body.addWidget(Callout(theme, Tone.WARN, Icon.ALERT, heading, namesake_words()))
        self.body.addWidget(PlainLabel(_what_to_do(is_known=met.look.namesake), wrap=True))
        if met.look.development:
            self.body.addWidget(_for_trying_out(theme))
        self.fields: dict[int, Field] = {}
        for number, (group, said) in enumerate(zip(met.groups, met.words, strict=True), start=1):
            part = self._field(number) if number in met.wanted else _shown(theme, number, group, said)
            self.body.addWidget(part)
        self._unproven = unproven
        self.news = self._ask_for_news() if unproven else None
        self.act = add_sheet_foot(self, theme, _("They match"), Icon.CHECK)
        self.act.clicked.connect(self._go_on)
        self.setFocusProxy(next(iter(self.fields.values())).control)

    def set_working(self, working: bool) -> None:
        """Show that it is being compared."""
        self.act.set_working(working)

    def refuse(self, error: BaseException) -> bool:
        """Say what was wrong at the group that it is about; return False where it is about none."""
        self.set_working(False)
        if not isinstance(error, ChannelError) or error.kind not in _ABOUT_TYPING:
            return False
        place = self.fields.get(int(error.detail)) if error.detail.isdigit() else None
        (place or next(iter(self.fields.values()))).show_error(sentence_for(error).text)
        return True

    def typed(self) -> Mapping[int, str]:
        """Return the groups as they were typed."""
        return {number: _line(field).text() for number, field in self.fields.items()}

    def news_at(self) -> str:
        """Return the address for news that came along, "" without a yes to it."""
        return self._unproven if self.news is not None and self.news.isChecked() else ""

    def _ask_for_news(self) -> CheckBox:
        # Translators: {address} is a web address; the signs keep its direction
        box = CheckBox(self._theme, _("Ask for news at {address}").format(address=f"\u2066{self._unproven}\u2069"))
        words = _(
            "This address was written beside the packs, and the signs do not prove it. Whoever answers there sees each "
            "time that you ask. Tick it only if it is theirs. Without it you have news by a stick or a file."
        )
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        self.body.addWidget(box)
        return box

    def _go_on(self) -> None:
        for field in self.fields.values():
            field.set_error("")
        empty = next((field for field in self.fields.values() if not _line(field).text().strip()), None)
        if empty is not None:
            empty.show_error(_("Type this group as they gave it to you, signs or words."))
        else:
            self.wanted.emit(self.typed())

    def _field(self, number: int) -> Field:
        line = QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.returnPressed.connect(self._go_on)
        hint = _("From their paper or by phone, as eight signs or three words. Never from the stick or the site.")
        self.fields[number] = Field(self._theme, _group(number), line, hint=hint)
        return self.fields[number]


def _what_to_do(*, is_known: bool) -> str:
    if is_known:
        return _(
            "They gave you eight groups of signs, on paper or by phone. "
            "Compare those here with theirs, and type the two that are missing."
        )
    return _(
        "You have no packs of theirs yet. They gave you eight groups of signs, on paper or by phone. "
        "Compare those here with theirs, and type the two that are missing."
    )


def _group(number: int) -> str:
    return _("Group {number}").format(number=number)


def _shown(theme: Theme, number: int, group: str, words: str) -> QWidget:
    part = QWidget()
    part.setAccessibleName(_group(number))
    column = Column(theme, gap=2, parent=part)
    column.addWidget(PlainLabel(_group(number), role=TypeRole.SMALL, ink="text-2"))
    column.addWidget(Figure(group, role=TypeRole.TITLE, wrap=True))
    column.addWidget(PlainLabel(words, wrap=True))
    return part


def _for_trying_out(theme: Theme) -> Callout:
    words = _("Its keys were never kept. Nobody can stand by these packs.")
    return Callout(theme, Tone.WARN, Icon.ALERT, _("These packs are for trying out"), words)


def _line(field: Field) -> QLineEdit:
    if not isinstance(field.control, QLineEdit):
        raise TypeError("a field of another kind")
    return field.control
