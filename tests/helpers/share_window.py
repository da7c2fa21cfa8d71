"""What a person does in Share, and what a test wants to know of it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.trust import Answer
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.share.body import ShareBody
from caregiver_app.ui.share.finding_row import FindingRow
from caregiver_app.ui.share.item_card import ItemCard
from caregiver_app.ui.share.joining import ShareParts
from caregiver_app.ui.widgets.button import Button
from tests.helpers.accessible import assert_named
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages
from tests.helpers.shareable import CALM
from tests.helpers.whole_window import Opened, wait_until


def share_of(opened: Opened) -> ShareParts:
    """Return Share of a window whose library is open."""
    return opened.whole.gate.side.share


def share_page(opened: Opened, *titles: str) -> ShareBody:
    """Share pages by their titles as the toolbar does, and wait for all that follows."""
    rows = {row.title: row for row in opened.rows}
    share_of(opened).ways.share_rows([rows[title] for title in titles])
    opened.quiet()
    return body_of(opened)


def body_of(opened: Opened) -> ShareBody:
    """Return the inside of Share.

    Raises:
        AssertionError: it was never opened.
    """
    body = share_of(opened).screen.body
    assert body is not None
    return body


def write_message(opened: Opened, words: str) -> None:
    """Type a message in the place of what stands there, and wait until it is read."""
    body = body_of(opened)
    body.edit.selectAll()
    QTest.keyClicks(body.edit, words)
    read(opened)


def read(opened: Opened) -> None:
    """Wait until the guard has read what stands there and the preview shows it."""
    body = body_of(opened)
    wait_until(lambda: not body.judging.waits and not body.preview.waits, "what was typed to be read")
    opened.quiet()


def row_of(opened: Opened, words: str) -> FindingRow:
    """Return the detail with these words."""
    return next(row for row in body_of(opened).findings.rows if row.detail.text == words)


def found(opened: Opened) -> list[str]:
    """Return the words of all details that are open, as they are listed."""
    return [row.detail.text for row in body_of(opened).findings.rows]


def copied() -> str:
    """Return what lies on the clipboard."""
    return QGuiApplication.clipboard().text()


def panel_content(opened: Opened) -> object:
    """Check what is heard in the drawer or popover that is open, and return what stands in it."""
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert_named(panel)
    return panel.content


def doubtful_page(opened: Opened) -> ArticleRow:
    """Add a page that nobody has checked, with a part in its link that may be personal."""
    source = next(row.source_id for row in opened.rows if row.title == CALM)
    page = APage(title="Sleep", slug="sleep?code=7fK2pQ9xVb3LmT1z")
    (row,) = opened.library.articles.rows_of(add_pages(opened.library, source, [page], at=MONDAY))
    return row


def button_of(card: ItemCard, words: str) -> Button:
    """Return the button of a page with these words."""
    return next(button for button in card.findChildren(Button) if button.words == words)


def answer_yes(opened: Opened) -> None:
    """Answer each point of the check with yes, and save it."""
    opened.quiet()
    drawer = panel_content(opened)
    assert isinstance(drawer, CheckDrawer)
    for row in drawer.rows:
        row.answers.chip(Answer.YES).click()
    drawer.save.click()
    opened.quiet()
