"""Checking a forwarded message, for the eye."""

from __future__ import annotations

from caregiver_app.ui.check_link.screen import CheckLinkScreen
from tests.helpers.forwarded import HOST, MIRACLE, fill_with_known
from tests.helpers.organisations import id_of_organisation
from tests.helpers.whole_window import Opened


def check_empty(opened: Opened) -> None:
    """The page as it is opened."""
    _page(opened)


def check_answered(opened: Opened) -> None:
    """The answer on a miracle cure with a false address, from the top."""
    _checked(opened, MIRACLE)


def check_answered_below(opened: Opened) -> None:
    """The rest of the answer."""
    page = _checked(opened, MIRACLE)
    bar = page.page.verticalScrollBar()
    bar.setValue(bar.maximum())


def check_after_money(opened: Opened) -> None:
    """The answer on a message with a new number that asks for money."""
    _checked(opened, "Hi mum, my phone broke, this is my new number. Can you pay a bill for me? https://youtu.be/a1b2")


def check_known(opened: Opened) -> None:
    """The answer on a page of a known organisation that is in the library."""
    _checked(opened, f"https://{HOST}/evenings?utm_source=mail")


def check_in_general(opened: Opened) -> None:
    """The answer on a rumour of which nothing is known, with a site that Help names."""
    _checked(opened, "Read this, cinnamon cures diabetes: https://forum.alzheimers.org.uk/")


def _checked(opened: Opened, text: str) -> CheckLinkScreen:
    page = _page(opened)
    page.text.setPlainText(text)
    page.look()
    opened.quiet()
    page.text.clearFocus()
    return page


def _page(opened: Opened) -> CheckLinkScreen:
    if id_of_organisation(opened.library, f"org/{HOST}") is None:
        fill_with_known(opened.library)
    opened.whole.ways.open_check_link()
    opened.quiet()
    page = opened.whole.ways.check_link
    assert page is not None
    return page


VIEWS = (check_empty, check_answered, check_answered_below, check_after_money, check_known, check_in_general)
