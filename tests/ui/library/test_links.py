"""A link opens nothing by itself: first one sees where it leads, and only some kinds lead out at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from caregiver_app.ui.library.address_label import AddressLabel
from caregiver_app.ui.library.reader.link_popover import LinkPopover
from caregiver_app.ui.open_outside import open_outside, outside_address
from caregiver_app.ui.widgets.button import Button
from tests.helpers.accessible import assert_named
from tests.helpers.outside import Outside, outside
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def taken(qapp: object) -> Iterator[Outside]:
    with outside() as taker:
        yield taker


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://harbour.example/a?b=c#d", "https://harbour.example/a?b=c#d"),
        ("http://harbour.example/", "http://harbour.example/"),
        ("tel:+44 20 7946 0000", "tel:+442079460000"),
        ("mailto:nurse@harbour.example", "mailto:nurse@harbour.example"),
        ("mailto:nurse@harbour.example?body=all%20my%20notes&subject=x", "mailto:nurse@harbour.example"),
    ],
)
def test_what_may_be_opened_is_opened(taken: Outside, address: str, opened: str) -> None:
    assert open_outside(address)
    assert taken.opened == [opened]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://harbour.example/", "local:x", "sms:1",
        "vbscript:x", "//server/share", "/etc/passwd", "", " ", "https://", "about:blank", "JaVaScRiPt:alert(1)",
        "https://user:secret@harbour.example/", "tel:evil;rm -rf", "mailto:?to=a@b.example",
    ],
)  # fmt: skip
def test_nothing_else_is(taken: Outside, address: str) -> None:
    assert not open_outside(address)
    assert taken.opened == []


@pytest.mark.usefixtures("dressed")
@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    plain = outside_address(text)
    assert plain is None or plain.partition(":")[0] in ("https", "http", "tel", "mailto")


def popover(opened: Opened) -> LinkPopover:
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, LinkPopover)
    assert_named(panel.content)
    return panel.content


def press_link(opened: Opened, address: str) -> LinkPopover:
    opened.pick("Short breaks")
    opened.whole.library.shelf.reader.page.anchorClicked.emit(QUrl(address))
    settle()
    return popover(opened)


def test_pressing_a_link_shows_where_it_leads_and_opens_nothing(opened: Opened, taken: Outside) -> None:
    shown = press_link(opened, "https://harbour.example/page?utm_source=feed&id=7")
    (address,) = shown.findChildren(AddressLabel)
    assert address.accessibleName() == "https://harbour.example/page?id=7"
    assert "Tracking removed" in [label.text() for label in shown.findChildren(QLabel)]
    assert taken.opened == []
    shown.open.click()
    settle()
    assert taken.opened == ["https://harbour.example/page?id=7"]
    assert opened.whole.window.overlay.panel is None


def test_a_link_can_be_copied(opened: Opened, taken: Outside) -> None:
    press_link(opened, "mailto:nurse@harbour.example").copy.click()
    settle()
    assert QGuiApplication.clipboard().text() == "nurse@harbour.example"
    assert opened.message == "Copied. Paste it where you like."
    assert taken.opened == []


def test_a_link_of_another_kind_says_that_it_is_not_opened(opened: Opened) -> None:
    shown = press_link(opened, "javascript:alert(1)")
    assert "Caregiver does not open links of this kind." in [label.text() for label in shown.findChildren(QLabel)]
    assert shown.findChildren(Button) == []


@pytest.mark.qt_log_ignore("This plugin does not support QPlatformServices::openUrl", extend=True)
def test_where_nothing_takes_an_address_the_person_is_told(opened: Opened) -> None:
    """Offscreen there is no program for a phone number."""
    press_link(opened, "tel:+442079460000").open.click()
    settle()
    assert opened.message.startswith("Nothing on this computer opened it.")


@pytest.mark.usefixtures("dressed")
def test_a_long_address_breaks_and_stays_itself_for_the_ear(opened: Opened) -> None:
    long = "https://harbour.example/" + "a" * 300
    shown = press_link(opened, long)
    (label,) = shown.findChildren(AddressLabel)
    assert label.accessibleName() == long
    assert shown.width() <= opened.whole.window.width()
    assert label.text().replace("\u200b", "")[1:-1] == long
