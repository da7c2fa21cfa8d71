"""Share in the smallest window at every scale, through all its places: named, reachable, large enough, uncut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caregiver_app.model.card import Channel, Network, ShareForm
from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.share.forms import usual_form
from caregiver_app.ui.share.places import SEE, WRITE
from caregiver_app.ui.theme import Theme, ThemeChoice
from caregiver_app.ui.widgets.focus import tab_stops
from tests.helpers.accessible import assert_accessible
from tests.helpers.fitting import assert_fits_smallest, assert_targets, cut_labels
from tests.helpers.qt_app import settle, show
from tests.helpers.share_window import read, share_page, write_message
from tests.helpers.shareable import ASSESSMENT, CALM
from tests.helpers.whole_window import Opened

MESSAGE = (
    "These helped us with Mum. Her number is 943 476 5919 if they ask, call 07700 900 461 after six, or write to "
    "a.very.long.address.of.somebody@a-very-long-name-of-a-provider.example. Anna Petrov knows."
)


def check(opened: Opened, theme: Theme) -> None:
    opened.quiet()
    settle()
    assert_fits_smallest(opened.whole.window)
    assert_targets(opened.whole.window, theme)
    assert_accessible(opened.whole.window)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_place_of_share_fits_the_smallest_window(opened: Opened, theme: Theme, percent: int) -> None:
    show(opened.whole.window, *SMALLEST)
    theme.set_percent(percent)
    body = share_page(opened, CALM, ASSESSMENT)
    write_message(opened, MESSAGE)
    assert len(body.findings.rows) >= 3
    check(opened, theme)
    body.places.show_place(SEE)
    for form in (usual_form(Channel.FLYER), ShareForm(channel=Channel.SOCIAL, network=Network.FACEBOOK)):
        body.preview.choose(form)
        read(opened)
        check(opened, theme)
    body.places.show_past(True)
    check(opened, theme)
    body.places.show_place(WRITE)
    body.findings.rows[0].keep.click()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert opened.whole.window.rect().contains(panel.geometry())
    assert_targets(panel, theme)
    assert cut_labels(panel) == []
    opened.whole.window.overlay.close_panel()
    body.findings.rows[0].replace.click()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert opened.whole.window.rect().contains(panel.geometry())
    assert panel.minimumSizeHint().height() <= panel.height()


def test_tab_goes_through_it_as_it_stands(opened: Opened) -> None:
    body = share_page(opened, CALM, ASSESSMENT)
    write_message(opened, MESSAGE)
    body.preview.choose(ShareForm(channel=Channel.SOCIAL, network=Network.ANY))
    read(opened)
    stops = [stop.accessibleName() for stop in tab_stops(body)]
    parts = [
        body.close_button,
        *(card.remove for card in body.items.cards),
        body.items.add,
        body.edit,
        *(button for row in body.findings.rows for button in (row.first, row.keep)),
        body.preview.chips.chip(Channel.SOCIAL.value),
        body.foot.more,
        body.foot.mail,
    ]
    places = [stops.index(part.accessibleName()) for part in parts]
    assert places == sorted(places)
    (first_post,) = [place for place, name in enumerate(stops) if name == "Post 1"]
    assert places[-3] < first_post < places[-2]


def test_both_sides_are_seen_where_there_is_room_and_under_tabs_where_not(opened: Opened, theme: Theme) -> None:
    body = share_page(opened, CALM)
    assert opened.whole.window.frame_layout is FrameLayout.WIDE
    assert body.write.isVisible()
    assert body.preview.isVisible()
    assert not body.places.tabs.isVisible()
    theme.set_percent(150)
    settle()
    assert body.write.isVisible()
    assert not body.preview.isVisible()
    body.places.tabs.buttons[SEE].click()
    settle()
    assert not body.write.isVisible()
    assert body.preview.isVisible()


def test_pictures_stay_black_on_white_in_the_dark(opened: Opened, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.DARK)
    body = share_page(opened, CALM)
    body.preview.choose(usual_form(Channel.FLYER))
    read(opened)
    (picture,) = body.preview.pictures.pictures
    image = picture.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 40).lightness() > 250


def test_right_to_left_what_is_written_stands_at_the_right(opened: Opened, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    body = share_page(opened, CALM)
    settle()
    assert body.write.x() > body.preview.x()
