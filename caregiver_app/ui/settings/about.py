"""About Caregiver: what it is, which version this is, whose work it stands on, and what it is not."""

from __future__ import annotations

import platform
from collections.abc import Callable

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.this_build import build_words
from caregiver_app.support.this_build import this_build
from caregiver_app.ui.messages import Messages
from caregiver_app.ui.newer_notice import NewerNotice
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class AboutPart(SettingsPart):
    """The page "About"."""

    def __init__(
        self,
        theme: Theme,
        messages: Messages,
        open_works: Callable[[], object],
        look_for_newer: Callable[[NewerNotice], object] | None = None,
    ) -> None:
        """`open_works` shows the works of others, each with its licence; `look_for_newer` asks the library."""
        super().__init__(theme, _("About"), _("A calm library for people who look after someone."))
        self._theme = theme
        self._messages = messages
        self._open_works = open_works
        self._look_for_newer = look_for_newer
        self.newer = NewerNotice(theme, messages)
        self.body.addWidget(
            Callout(
                theme,
                Tone.INFO,
                Icon.INFO,
                _("Caregiver gives no medical advice"),
                _(
                    "It is for reading and for keeping your own notes. It is no medical device and decides nothing. "
                    "Ask a doctor, nurse or pharmacist about the person you care for."
                ),
            )
        )
        self.body.addWidget(self._use_card())
        self.body.addWidget(self.newer)
        self.body.addWidget(self._version_card())
        self.body.addWidget(self._thanks_card())

    def opened(self) -> None:
        """Look whether updates brought word of a newer version."""
        if self._look_for_newer is not None:
            self._look_for_newer(self.newer)

    def _use_card(self) -> Card:
        card = Card(self._theme, _("What it is for, and what not"))
        for text in (
            _("It is for adults who look after somebody at home, and for nurses who choose good information for them."),
            _("It shows what others published, and what you wrote down yourself, as it was written."),
            _(
                "It finds no illness and works out no dose. Of a value, a sign or a medicine it does not say whether "
                "it is good or bad. It watches over nobody and calls nobody."
            ),
            _("Do not wait for it in an emergency, and do not change a treatment because of it."),
        ):
            card.body.addWidget(PlainLabel(text, wrap=True))
        return card

    def _version_card(self) -> Card:
        card = Card(self._theme, _("This version"))
        for label, value in _facts():
            card.body.addLayout(self._fact(label, value))
        copy = Button(self._theme, _("Copy these lines"), icon=Icon.COPY)
        copy.clicked.connect(self._copy)
        hint = _("They help when you ask somebody for help. They say nothing about you or what you read.")
        card.body.addWidget(PlainLabel(hint, role=TypeRole.SMALL, ink="text-2", wrap=True))
        card.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _thanks_card(self) -> Card:
        card = Card(self._theme, _("Free to use and to share"))
        for text in (
            _("Caregiver is free software under the Apache License 2.0. It comes without a warranty."),
            _("It stands on the work of others: Qt (LGPL), Python, SQLite and SQLCipher, and many smaller works."),
            _("The letters you read are Atkinson Hyperlegible and Noto Sans (SIL Open Font License)."),
            _("Pages belong to those who wrote them. Each one names its source."),
        ):
            card.body.addWidget(PlainLabel(text, wrap=True))
        works = Button(self._theme, _("Works of others"), icon=Icon.INFO)
        works.clicked.connect(self._open_works)
        card.body.addWidget(works, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _fact(self, label: str, value: str) -> Column:
        column = Column(self._theme, gap=2)
        column.addWidget(PlainLabel(label, role=TypeRole.SMALL_STRONG, ink="text-2"))
        column.addWidget(PlainLabel(value, wrap=True))
        return column

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{label}: {value}" for label, value in _facts()))
        self._messages.say(_("Copied. Paste it where you like."), icon=Icon.COPY, kind="copied")


def _facts() -> tuple[tuple[str, str], ...]:
    return (
        (_("Caregiver"), build_words(this_build())),
        (_("Computer"), f"{platform.system()} {platform.release()} ({platform.machine()})"),
        (_("Python and Qt"), f"{platform.python_version()}, {qVersion()}"),
    )
