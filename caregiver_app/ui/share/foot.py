"""The ways out of a share, always in sight: what is still to be decided, and the buttons that pass it on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from caregiver_app.model.card import Judged, Network
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import ngettext
from caregiver_app.ui.hide_key import hear_hide_key
from caregiver_app.ui.share.channel_words import network_words
from caregiver_app.ui.share.grouping import details_of
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Flow, Row
from caregiver_app.ui.widgets.plain import PlainLabel


class ShareFoot(QWidget):
    """Each signal is a way out, or, from More, another form. While something is open the main button leads to that."""

    copy_pressed = Signal()
    flyer_pressed = Signal()
    mail_pressed = Signal()
    draft_pressed = Signal()
    picture_pressed = Signal(bool)
    page_pressed = Signal()
    markdown_pressed = Signal()
    network_chosen = Signal(object)
    anew_pressed = Signal()
    past_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._short = self._said_twice = False
        self._warning = QWidget()
        self._words = PlainLabel(role=TypeRole.STRONG, ink="warn", wrap=True)
        self.more = Button(theme, _("More"), kind=ButtonKind.TOOL, icon=Icon.MORE, name=_("More ways to share"))
        self.copy = Button(theme, _("Copy"), icon=Icon.COPY)
        self.flyer = Button(theme, _("Save flyer"), icon=Icon.FLYER)
        self.mail = Button(theme, _("Open in my e-mail"), kind=ButtonKind.MAIN, icon=Icon.MAIL)
        self._lay_out()
        self.more.clicked.connect(self._open_menu)
        self.copy.clicked.connect(self.copy_pressed)
        self.flyer.clicked.connect(self.flyer_pressed)
        self.mail.clicked.connect(self.mail_pressed)

    def show_judged(self, judged: Judged) -> None:
        """Say what is still to be decided; then nothing here is loud."""
        waiting = waiting_words(judged)
        count = len(details_of(judged.open_findings))
        self._words.setText(waiting)
        self._said_twice = bool(count)
        self._show_warning()
        look = ngettext("Look at {count} detail", "Look at {count} details", count).format(count=count)
        self.mail.set_words(look if count else _("Open in my e-mail"))
        self.mail.set_icon(Icon.EYE if count else Icon.MAIL)
        self.mail.set_kind(ButtonKind.NORMAL if waiting else ButtonKind.MAIN)

    def set_short(self, short: bool) -> None:
        """Where there is little room keep one way out in sight, and the others under More."""
        self._short = short
        self._show_warning()
        for button in (self.copy, self.flyer):
            button.setVisible(not short)

    def _show_warning(self) -> None:
        """Say it beside the buttons, but where there is hardly any room not what the main button says too."""
        self._warning.setVisible(bool(self._words.text()) and not (self._short and self._said_twice))

    def menu(self) -> QMenu:
        """Return what More holds: every form, so that no width hides any."""
        menu = QMenu(self)
        hear_hide_key(menu)
        menu.setAccessibleName(_("More ways to share"))
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            (_("Copy the message"), self.copy_pressed.emit),
            (_("Save flyer"), self.flyer_pressed.emit),
            (_("Save an e-mail draft"), self.draft_pressed.emit),
            (_("Save the QR code as a picture"), partial(self.picture_pressed.emit, False)),
            (_("Save the QR code for printing (SVG)"), partial(self.picture_pressed.emit, True)),
            (_("Save as a web page"), self.page_pressed.emit),
            (_("Save as Markdown"), self.markdown_pressed.emit),
        )
        for words, act in entries:
            menu.addAction(words).triggered.connect(lambda _on=False, act=act: act())
        networks = menu.addMenu(_("Write a social post"))
        hear_hide_key(networks)
        for network, words in network_words().items():
            networks.addAction(words).triggered.connect(lambda _on=False, one=network: self._choose(one))
        menu.addSeparator()
        menu.addAction(_("Start again")).triggered.connect(self.anew_pressed)
        menu.addAction(_("What I shared or printed")).triggered.connect(self.past_pressed)
        return menu

    def _choose(self, network: Network) -> None:
        self.network_chosen.emit(network)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def set_stacked(self, stacked: bool) -> None:
        """Put what is still to be decided above the buttons."""
        self._outer.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        self._outer = Row(self._theme, gap=12, parent=self)
        warning = Row(self._theme, gap=8, parent=self._warning)
        warning.addWidget(IconLabel(self._theme, Icon.ALERT, size=20, tone=Tone.WARN))
        warning.addWidget(self._words, 1)
        self._warning.setVisible(False)
        self._outer.addWidget(self._warning, 1000)
        self._outer.addStretch(1)
        holder = QWidget()
        flow = Flow(self._theme, gap=8, parent=holder)
        for button in (self.more, self.copy, self.flyer, self.mail):
            flow.addWidget(button)
        self._outer.addWidget(holder)


def waiting_words(judged: Judged) -> str:
    """Return what must be decided before anything leaves, empty where nothing must."""
    count = len(details_of(judged.open_findings))
    if count:
        return ngettext("Decide on {count} detail first", "Decide on {count} details first", count).format(count=count)
    refused = len(judged.refused)
    if refused:
        return ngettext("{count} page cannot be passed on", "{count} pages cannot be passed on", refused).format(
            count=refused
        )
    return ""
