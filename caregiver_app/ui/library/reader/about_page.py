"""About this page: who carries it, since when it is here, its address and language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.links.tokens import shown_title
from caregiver_app.model.article import Article, ItemKind
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import format_day, format_number, language_name, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.reading import ease_words, reading_time
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.library.reader.copy_words import copy_badge
from caregiver_app.ui.library.reader.link_popover import copy_and_tell, open_and_tell
from caregiver_app.ui.library.reader.open_page import OpenPage
from caregiver_app.ui.library.row_words import publisher_of
from caregiver_app.ui.library.stamp_part import StampPart
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel

_HALF_A_YEAR_MS = 180 * 24 * 3600 * 1000


class AboutPage(Drawer):
    """`source_asked` asks for all pages of the source, `check_asked` for the check drawer."""

    source_asked = Signal()
    check_asked = Signal()

    def __init__(self, desk: Desk, opened: OpenPage, *, with_check: bool, parent: QWidget | None = None) -> None:
        """`with_check`: the person checks pages for other people too."""
        super().__init__(desk.theme, _("About this page"), parent=parent)
        self._desk = desk
        self._article = opened.article
        self._fill(self.body, opened, with_check=with_check)

    def _fill(self, body: Column, opened: OpenPage, *, with_check: bool) -> None:
        article = self._article
        body.addWidget(StampPart(self._desk.theme, stamps_shown(opened), row=article.row))
        if opened.stamps is not None and opened.stamps.sharing.trust is not opened.stamps.reading.trust:
            careful = _("When you share, the most careful of these counts.")
            body.addWidget(PlainLabel(careful, role=TypeRole.SMALL, ink="text-2", wrap=True))
        if with_check:
            self.check = Button(self._desk.theme, _("Check this page"), icon=Icon.SHIELD)
            self.check.clicked.connect(self.check_asked)
            body.addWidget(self.check)
        for label, value in facts(article, self._desk.clock.now()):
            body.addWidget(self._fact(label, PlainLabel(value, wrap=True)))
        if article.row.url:
            body.addWidget(self._fact(_("Web address"), AddressLabel(article.row.url)))
            body.addWidget(self._address_buttons(article.row.url))
        if article.homepage:
            body.addWidget(self._fact(_("Home page"), AddressLabel(article.homepage)))
        if article.row.kind is ItemKind.ARTICLE:
            more = Button(self._desk.theme, _("Show all pages of this source"), icon=Icon.FILTER)
            more.clicked.connect(self.source_asked)
            body.addWidget(more)
        body.addStretch(1)

    def _fact(self, label: str, value: PlainLabel) -> QWidget:
        holder = QWidget()
        column = Column(self._desk.theme, gap=2, parent=holder)
        column.addWidget(PlainLabel(label, role=TypeRole.SMALL_STRONG, ink="text-2"))
        column.addWidget(value)
        return holder

    def _address_buttons(self, url: str) -> QWidget:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        browser = Button(self._desk.theme, _("Open in my web browser"), icon=Icon.EXTERNAL)
        browser.clicked.connect(lambda: open_and_tell(self._desk, url))
        copy = Button(self._desk.theme, _("Copy the web address"), icon=Icon.COPY)
        copy.clicked.connect(lambda: copy_and_tell(self._desk, url))
        flow.addWidget(browser)
        flow.addWidget(copy)
        return holder


def facts(article: Article, now: Millis) -> list[tuple[str, str]]:
    """Return what is known of a page besides its addresses, as labels and values."""
    row = article.row
    found: list[tuple[str, str]] = [(_("Publisher"), publisher_of(row))]
    if article.author:
        found.append((_("Written by"), article.author))
    if article.sources:
        found.append((_("Comes through"), "\n".join(map(shown_title, article.sources))))
    if row.published_at is not None:
        found.append((_("Published"), _day(row.published_at, now)))
    if article.first_seen_at is not None:
        found.append((_("In your library since"), _day(article.first_seen_at, now)))
    if article.changed_at is not None:
        found.append((_("Changed by the publisher"), _day(article.changed_at, now)))
    if row.kind is not ItemKind.LINK:
        found.append((_("Length"), _length(article)))
    if row.kind is ItemKind.ARTICLE:  # what packs bring is here whole
        found.append((_("Without the internet"), copy_badge(article.offline).text))
    language = language_name(row.language)
    if language:
        found.append((_("Language"), language))
    return found


def _day(at: Millis, now: Millis) -> str:
    return format_day(at, year=abs(now - at) > _HALF_A_YEAR_MS)


def _length(article: Article) -> str:
    row = article.row
    words = ngettext("{count} word", "{count} words", row.words).format(count=format_number(row.words))
    parts = (words, reading_time(row.words, row.language), ease_words(article.grade, row.language))
    return ", ".join(filter(None, parts))


def stamps_shown(opened: OpenPage) -> tuple[Stamp, ...]:
    """Return the stamp that counts for reading, then what others say beside it."""
    reading = opened.stamp
    others = opened.stamps.statements if opened.stamps is not None else ()
    return (reading, *(stamp for stamp in others if not _says_the_same(stamp, reading)))


def _says_the_same(one: Stamp, other: Stamp) -> bool:
    return one == replace(other, own_source=one.own_source)
