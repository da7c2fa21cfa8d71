"""How a share leaves the window: seen in every form, saved, copied post by post, handed to a mail program."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from caregiver_app.model.card import Channel, Network, ShareForm
from caregiver_app.ui.share.forms import usual_form
from tests.helpers.qt_app import settle
from tests.helpers.share_window import (
    copied,
    read,
    share_page,
    write_message,
)
from tests.helpers.shareable import ASSESSMENT, CALM
from tests.helpers.whole_window import Opened

NUMBER = "943 476 5919"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_flyer_is_saved_as_it_was_seen_and_stands_on_the_list(opened: Opened, tmp_path: Path) -> None:
    body = share_page(opened, CALM, ASSESSMENT)
    write_message(opened, f"Her number is {NUMBER}.")
    form = usual_form(Channel.FLYER)
    assert body.out.ask_where(form) is None
    write_message(opened, "For you.")
    dialog = body.out.ask_where(form)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "share.pdf"
    read(opened)
    assert len(body.preview.pictures.pictures) == 1
    assert not body.preview.boxes.isVisible()
    path = tmp_path / "out.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    opened.quiet()
    content = body.judging.now.content
    assert path.read_bytes() == opened.services.sharing.preview(content, form).data
    assert opened.will_say("Saved: out.pdf")
    body.edit.insertPlainText(" \U0001f600")
    read(opened)
    assert body.preview.boxes.isVisible()

    body.past_button.click()
    opened.quiet()
    assert {line.title for line in body.past.list.lines} == {CALM, ASSESSMENT}
    assert all(line.facts.startswith("Flyer") for line in body.past.list.lines)
    body.past.switch.click()
    opened.quiet()
    assert not opened.services.sharing.keeps_log(opened.library)
    confirm = body.past.ask_to_erase()
    settle()
    confirm.act.click()
    opened.quiet()
    assert body.past.list.lines == ()
    assert opened.library.shares.list() == ()
    body.close_button.click()
    assert not body.places.shows_past


def test_nothing_is_written_where_a_folder_is_missing_nor_among_our_own_files(opened: Opened, tmp_path: Path) -> None:
    body = share_page(opened, CALM)
    body.sending.save(usual_form(Channel.MARKDOWN), tmp_path / "nowhere" / "share.md")
    opened.quiet()
    assert opened.message != ""
    ours = opened.services.paths.library
    own = tmp_path / "folder"
    own.symlink_to(ours.parent, target_is_directory=True)
    before = ours.stat().st_ino
    files = opened.whole.ways.files
    for save in (partial(body.sending.save, usual_form(Channel.MARKDOWN)), files.export_to):
        save(own / ours.name)
        opened.quiet()
        assert "keeps its own files" in opened.message
        assert ours.stat().st_ino == before
    assert opened.library.shares.list() == ()


def test_every_form_is_seen_and_a_post_is_copied_by_itself(opened: Opened) -> None:
    body = share_page(opened, CALM)
    write_message(opened, "Have a look.")
    for channel in (Channel.MARKDOWN, Channel.EML):
        body.preview.choose(usual_form(channel))
        read(opened)
        assert "Have a look." in body.preview.text.toPlainText()
        assert body.preview.text.isVisible()
    body.preview.choose(usual_form(Channel.HTML))
    read(opened)
    assert "Have a look." in body.preview.html.toPlainText()
    body.preview.choose(usual_form(Channel.QR))
    read(opened)
    assert body.preview.pictures.isVisible()
    body.foot.network_chosen.emit(Network.MASTODON)
    read(opened)
    assert body.preview.form == ShareForm(channel=Channel.SOCIAL, network=Network.MASTODON)
    body.preview.posts.copied.emit(0)
    opened.quiet()
    assert copied().startswith("Have a look.")
    assert {share.channel for share in opened.library.shares.list()} == {Channel.SOCIAL}


def test_the_mail_program_is_told_nothing(opened: Opened) -> None:
    body = share_page(opened, CALM)
    read(opened)
    asked: list[str] = []

    def no_program() -> bool:
        asked.append("mail")
        return False

    body.sending.open_mail_with(no_program)
    body.foot.mail.click()
    opened.quiet()
    assert asked == ["mail"]
    assert copied() == body.preview.text.toPlainText()
    assert opened.will_say("No mail program opened.")
    assert {share.channel for share in opened.library.shares.list()} == {Channel.EML}
