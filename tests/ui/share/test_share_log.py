"""The log comes last: what has left is written down, and a log that cannot be written holds nothing back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from caregiver_app.model.card import Channel, Network, ShareForm
from caregiver_app.storage.connecting import connect_file
from caregiver_app.ui.share.forms import usual_form
from tests.helpers.share_window import body_of, copied, read, share_page, write_message
from tests.helpers.shareable import CALM
from tests.helpers.whole_window import Opened

NOT_LISTED = "It was shared, but it could not be put on the list"
FULL = "The disk is full"

# The table has given out its last number, which SQLite says with its own "database or disk is full".
_FILL = (
    "CREATE TABLE full_up (id INTEGER PRIMARY KEY AUTOINCREMENT)",
    "INSERT INTO full_up (id) VALUES (9223372036854775807)",
    "CREATE TRIGGER no_room BEFORE INSERT ON share BEGIN INSERT INTO full_up (id) VALUES (NULL); END",
)


def fill_up(opened: Opened) -> None:
    """Leave the log no room for another line."""
    with closing(connect_file(str(opened.services.paths.library))) as connection:
        for statement in _FILL:
            connection.execute(statement)


def told(opened: Opened, done: str) -> bool:
    """Return whether it is said first that it was shared all the same, then what is wrong and what was done."""
    return opened.message.startswith(NOT_LISTED) and opened.will_say(FULL) and opened.will_say(done)


def test_a_message_is_copied_and_mailed_though_the_log_is_full(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, "Have a look.")
    fill_up(opened)
    body.foot.copy.click()
    opened.quiet()
    assert copied() == body.preview.text.toPlainText()
    assert told(opened, "Copied. Paste it where you like.")

    QGuiApplication.clipboard().clear()
    asked: list[str] = []

    def open_mail() -> bool:
        asked.append(copied())
        return True

    body.sending.open_mail_with(open_mail)
    body.foot.mail.click()
    opened.quiet()
    assert asked == [body.preview.text.toPlainText()]
    assert opened.library.shares.list() == ()


def test_a_file_is_saved_though_the_log_is_full(opened: Opened, tmp_path: Path) -> None:
    body = share_page(opened, CALM)
    fill_up(opened)
    path = tmp_path / "share.md"
    form = usual_form(Channel.MARKDOWN)
    body.sending.save(form, path)
    opened.quiet()
    assert path.read_bytes() == opened.services.sharing.preview(body.judging.now.content, form).data
    assert told(opened, "Saved: share.md")


def test_nothing_is_on_the_list_by_the_time_a_share_leaves(opened: Opened) -> None:
    body = share_page(opened, CALM)
    read(opened)
    listed: list[int] = []

    def open_mail() -> bool:
        listed.append(len(opened.library.shares.list()))
        return True

    body.sending.open_mail_with(open_mail)
    body.foot.mail.click()
    opened.quiet()
    assert listed == [0]
    assert [line.title for line in body.past.list.lines] == [CALM]


def test_a_post_that_is_not_there_any_more_is_not_listed(opened: Opened) -> None:
    share_page(opened, CALM)
    body = body_of(opened)
    body.sending.copy_post(ShareForm(channel=Channel.SOCIAL, network=Network.ANY), 99)
    opened.quiet()
    assert copied() == ""
    assert opened.library.shares.list() == ()
