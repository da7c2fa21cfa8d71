"""What they will see: chips for the forms, and the one that is chosen, exactly as it would leave."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_app.model.card import Channel, Judged, Network, ShareForm
from caregiver_app.model.errors import ShareError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.shares import lacks_signs_sentence, share_sentence
from caregiver_app.ui.share.channel_words import channel_words, more_channels, usual_channels
from caregiver_app.ui.share.copying import CopyGate
from caregiver_app.ui.share.html_view import HtmlView
from caregiver_app.ui.share.picture_view import PicturesView, page_names
from caregiver_app.ui.share.places import BESIDE_RING
from caregiver_app.ui.share.posts_view import PostsView
from caregiver_app.ui.share.previewing import Preview, Previewing
from caregiver_app.ui.share.text_view import TextView
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

_POINTS_AN_INCH = 96.0


class PreviewPart(QWidget):
    """`post_copied` carries the place of a post that is wanted."""

    post_copied = Signal(int)

    def __init__(
        self,
        theme: Theme,
        previewing: Previewing,
        form_of: Callable[[Channel], ShareForm],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`form_of` completes a channel by what is usual here, e.g. the size of paper."""
        super().__init__(parent)
        self._theme = theme
        self._previewing = previewing
        self._form_of = form_of
        self._network = Network.ANY
        self.chips = ChipGroup(
            theme, _("Form"), [_choice(channel) for channel in (*usual_channels(), *more_channels())]
        )
        for channel in more_channels():
            self.chips.chip(channel.value).setVisible(False)
        self.gate = CopyGate(self)
        self.text = TextView(theme, _("What they will see"), self.gate)
        self.html = HtmlView(theme, _("The web page as they will see it"), self.gate)
        self.pictures = PicturesView(theme)
        self.posts = PostsView(theme, self.gate)
        self._heading = PlainLabel(_("What they will see"), role=TypeRole.HEADING, wrap=True)
        self._nothing = PlainLabel(wrap=True)
        self.boxes = PlainLabel(lacks_signs_sentence(), wrap=True)
        self._shown: QWidget = self._nothing
        self._lay_out()
        self._connect()
        self._add_first = _("Add a page to see here what others will get.")
        self.show_nothing(self._add_first)

    @property
    def waits(self) -> bool:
        """True while what is seen is older than what was typed."""
        return self._previewing.waits

    @property
    def form(self) -> ShareForm:
        """The form that is looked at."""
        return self._previewing.form

    def choose(self, form: ShareForm) -> None:
        """Show another form; one that is rarely wanted gets its chip from now on."""
        chip = self.chips.chip(form.channel.value)
        chip.setVisible(True)
        self.chips.set_current(form.channel.value)
        if form.channel is Channel.SOCIAL:
            self._network = form.network
        self._previewing.show_form(form)

    def set_alone(self, alone: bool) -> None:
        """Leave the heading out where a tab says it already, and let the chips scroll with what is below them."""
        self._heading.setVisible(not alone)
        (self._page.body if alone else self._top).insertWidget(0 if alone else 1, self.chips)

    def show_judged(self, judged: Judged) -> None:
        """Show what others would get of this; nothing of it can be copied from here while something is open."""
        self.gate.set_open(judged.may_leave)
        if not judged.content.cards:
            self.show_nothing(self._add_first)
        elif self._shown is self._nothing and self._nothing.text() == self._add_first:
            self.show_nothing("")  # what they will see is being made
        self._previewing.show_content(judged.content)

    def forget(self) -> None:
        """Hold nothing of what was seen until it is made anew."""
        self._previewing.forget()
        self.gate.set_open(False)
        self.show_nothing("")
        self.text.show_words("")
        self.html.show_page("")
        self.pictures.show_pictures((), ())
        self.posts.show_posts((), (), None)

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing to see."""
        self._nothing.setText(words)
        self._show_view(self._nothing)

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is to be seen now."""
        super().showEvent(event)
        self._see()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing that nobody sees."""
        super().hideEvent(event)
        self._previewing.set_wanted(False)

    def _see(self) -> None:
        """Have pictures made as sharp as this screen and as large as the text."""
        if self.isVisible():
            self._previewing.dots_per_inch = _POINTS_AN_INCH * self.devicePixelRatioF() * self._theme.scale
            self._previewing.set_wanted(True)

    def _chip_chosen(self, key: str) -> None:
        form = self._form_of(Channel(key))
        if form.channel is Channel.SOCIAL:
            form = ShareForm(channel=Channel.SOCIAL, network=self._network)
        self._previewing.show_form(form)

    def _show(self, preview: Preview) -> None:
        self._show_view(self._view_of(preview))
        self.boxes.setVisible(preview.lacks_signs)

    def _show_view(self, view: QWidget) -> None:
        self.boxes.setVisible(False)
        set_look(self._well, kind="sunken" if view is self.pictures else "card")
        if view is not self._shown:
            self._shown.setVisible(False)
            view.setVisible(True)
            self._shown = view

    def _view_of(self, preview: Preview) -> QWidget:
        rendered = preview.rendered
        match preview.form.channel:
            case Channel.FLYER:
                self.pictures.show_pictures(preview.pages, page_names(len(preview.pages)))
                return self.pictures
            case Channel.QR:
                names = [_("Codes to scan with a phone")] * len(preview.pages)
                self.pictures.show_pictures(preview.pages, names)
                return self.pictures
            case Channel.HTML:
                self.html.show_page(preview.words)
                return self.html
            case Channel.SOCIAL:
                self.posts.show_posts(rendered.posts, rendered.lengths, rendered.limit)
                return self.posts
        self.text.show_words(preview.words)
        return self.text

    def _refused(self, error: ShareError) -> None:
        said = share_sentence(error)
        self.show_nothing(" ".join(part for part in (said.happened, said.to_do) if part))

    def _connect(self) -> None:
        self._previewing.made.connect(self._show)
        self._previewing.refused.connect(self._refused)
        self.chips.chosen.connect(self._chip_chosen)
        self.posts.copied.connect(self.post_copied)
        self._theme.changed.connect(self._see)

    def _lay_out(self) -> None:
        self._top = Column(self._theme, margins=BESIDE_RING, gap=8, parent=self)
        self._top.addWidget(self._heading)
        self._top.addWidget(self.chips)
        self._page = Page(self._theme, _("What they will see"), margins=False)
        self._well = QFrame()
        set_look(self._well, kind="card")
        inner = Column(self._theme, margins=18, parent=self._well)
        for view in (self._nothing, self.text, self.html, self.pictures, self.posts):
            inner.addWidget(view)
            view.setVisible(view is self._nothing)
        self._page.body.addWidget(self._well)
        self._page.body.insertWidget(self._page.body.indexOf(self._well), self.boxes)
        self._top.addWidget(self._page, 1)


def _choice(channel: Channel) -> ChipChoice:
    return ChipChoice(key=channel.value, text=channel_words()[channel])
