"""Who makes packs is met: what is said of a name that somebody else has whom one trusts."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caregiver_app.model.channel import ChannelId, Fingerprint, FirstLook
from caregiver_app.support.sentences.channels import namesake_words
from caregiver_app.ui.packs.compare_drawer import CompareDrawer
from caregiver_app.ui.packs.work import Met
from caregiver_app.ui.theme import Theme


def met(*, namesake: bool) -> Met:
    """Return a channel as it is met."""
    number, signs = ChannelId("ab" * 16), Fingerprint("0" * 64)
    look = FirstLook(id=number, name="Northfield Nurses", fingerprint=signs, root=b"", namesake=namesake)
    return Met(look=look, groups=("0000 0000",) * 8, words=("one two three",) * 8, wanted=(2, 5))


def test_a_name_that_is_trusted_already_is_no_first_meeting(qtbot: QtBot, theme: Theme) -> None:
    for namesake in (False, True):
        drawer = CompareDrawer(theme, met(namesake=namesake))
        qtbot.addWidget(drawer)
        said = " ".join(label.text() for label in drawer.findChildren(QLabel))
        assert (namesake_words() in said) is namesake
        assert ("You have no packs of theirs yet." in said) is not namesake
        assert "eight groups of signs" in said
