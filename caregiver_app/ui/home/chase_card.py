"""What to chase: what somebody promised, who, and by when. Ticked off once it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis, day_of
from caregiver_app.model.today import PrivateToday, ToChase
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.home.private_card import PrivateCard
from caregiver_app.ui.home.private_words import for_whom, sentences
from caregiver_app.ui.home.ticked_row import TickedRow, untick
from caregiver_app.ui.home.when import written_day
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.pill import Pill


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    one: ToChase = field(repr=False)
    today: date


class ChaseCard(PrivateCard):
    """`done` carries a `ToChase` that has come, `all_asked` leads to all. Unseen while there is nothing to chase.

    `left` comes when the keyboard was here and nothing is any more.
    """

    done = Signal(object)
    left = Signal()
    all_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        # Translators: a heading: promises that one has to ask after
        super().__init__(theme, _("To chase"), _("See all"), name=_("See all there is to chase"), parent=parent)
        self.rows = RecordRows(theme, _("To chase"), self._row, fallback=self.left.emit)
        self.body.addWidget(self.rows)
        self.all.clicked.connect(self.all_asked)
        self.setVisible(False)

    def show_today(self, today: PrivateToday, now: Millis) -> None:
        """Show what is due first."""
        self.rows.show_rows([(one.id, _Shown(one=one, today=day_of(now))) for one in today.chases])
        untick(self.rows)
        self.setVisible(bool(today.chases))
        words = ngettext("See {count} item", "See all {count} items", today.chase_count)
        more = today.chase_count > len(today.chases)
        self.all.set_words(
            words.format(count=format_number(today.chase_count)) if more else _("See all"),
            name="" if more else _("See all there is to chase"),
        )

    def _row(self, shown: _Shown) -> QWidget:
        one, today = shown.one, shown.today
        late = one.by_date is not None and date.fromisoformat(one.by_date) < today
        pills = [Pill(self._theme, _("Day has passed"), tone=Tone.WARN, icon=Icon.CLOCK)] if late else []
        row = TickedRow(
            self._theme, one.what, about=about(one, today), hint=_("Tick it once it has come."), pills=pills
        )
        row.ticked.connect(lambda: self.done.emit(one))
        return row


def about(one: ToChase, today: date) -> str:
    """Return who promised it, for whom, and by when."""
    by = "" if one.by_date is None else _("By {day}").format(day=written_day(one.by_date, today))
    return sentences(one.who, for_whom(one.person), by)
