"""How current the library is, in a pill: being offline is normal, never red."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import format_clock, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.pill import Pill


class StatusPill(Pill):
    """The pill in the header; what it says can be acted on with the button beside it."""

    def __init__(self, theme: Theme, *, zone: tzinfo | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._zone = zone
        self.show_never()

    def show_never(self) -> None:
        """Say that nothing was fetched yet."""
        self.set_look(PillLook(text=_("No updates yet"), tone=Tone.INFO, icon=Icon.INFO))

    def show_current(self, at: Millis, now: Millis) -> None:
        """Say when the last update ended well."""
        # Translators: {when} is a time such as 8:05, or a day such as 23 November
        text = _("Up to date, {when}").format(when=self._when(at, now))
        self.set_look(PillLook(text=text, tone=Tone.OK, icon=Icon.CHECK))

    def show_offline(self, at: Millis | None, now: Millis) -> None:
        """Say that there is no network and how old the copy on this computer is."""
        text = _("Offline copy") if at is None else _("Offline copy, {when}").format(when=self._when(at, now))
        self.set_look(PillLook(text=text, tone=Tone.INFO, icon=Icon.OFFLINE))

    def show_updating(self, done: int, total: int) -> None:
        """Count up while an update runs."""
        text = _("Updating, {done} of {total}").format(done=done, total=total) if total else _("Updating")
        self.set_look(PillLook(text=text, tone=Tone.INFO, icon=Icon.REFRESH))

    def show_silent_sources(self, count: int) -> None:
        """Say how many sources did not answer."""
        text = ngettext("{count} source did not answer", "{count} sources did not answer", count).format(count=count)
        self.set_look(PillLook(text=text, tone=Tone.WARN, icon=Icon.ALERT))

    def show_unseen_notices(self) -> None:
        """Say that some source of safety notices never answered, or not for days."""
        self.set_look(PillLook(text=_("Notices not all checked"), tone=Tone.WARN, icon=Icon.ALERT))

    def show_off(self) -> None:
        """Say that the person switched updates off."""
        self.set_look(PillLook(text=_("Updates are off"), tone=Tone.INFO, icon=Icon.OFFLINE))

    def _when(self, at: Millis, now: Millis) -> str:
        same_day = to_datetime(at).astimezone(self._zone).date() == to_datetime(now).astimezone(self._zone).date()
        return format_clock(at, self._zone) if same_day else format_short_day(at, self._zone)
