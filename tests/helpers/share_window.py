"""What a person does in Share, and what a test wants to know of it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from caregiver_app.ui.share.body import ShareBody
from caregiver_app.ui.share.finding_row import FindingRow
from caregiver_app.ui.share.joining import ShareParts
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
