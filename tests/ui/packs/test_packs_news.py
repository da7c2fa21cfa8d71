"""A family gets updates in a real window and hears of a newer pack, from a channel on a real server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from caregiver_app.bootstrap.channel_asking import ChannelNews
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.support.own_pages import GETTING_PAGE
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library.update_strip import progress_words
from caregiver_app.ui.packs.commands import PACKS
from caregiver_app.ui.settings.about import AboutPart
from caregiver_app.ui.settings.updates_part import update_facts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.topics.questions import Contact, contacts_of
from tests.helpers.hosted_channel import BELOW, asked, host
from tests.helpers.http_server import Answer, ScriptedServer, SeenRequest
from tests.helpers.installing import a_link, pack_of
from tests.helpers.outside import outside
from tests.helpers.own_channels import NAME, Maker
from tests.helpers.packs_window import body_of, install
from tests.helpers.syncing import RunningClock, a_client
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

NEWER = "1 pack has a newer version."


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    with (
        a_client(LedgerBuffer(), RunningClock(), threading.Event()) as client,
        open_whole(theme, tmp_path / "data", start=starter_folder, fetcher=client) as opened,
    ):
        yield opened


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    made = Maker(tmp_path / "channel")
    made.begin()
    made.add("evenings", pack_of("evenings", links=[a_link("page")]))
    return made


def trust_and_install(opened: Opened, address: str) -> None:
    services, library = opened.services, opened.library
    look = services.channels.look(library, address, allow_private=True)
    services.channels.trust(library, look, look.fingerprint, address=address, allow_private=True)
    for prepared in services.packs.prepare_all(library, address):
        services.packs.install(library, prepared)


def versions(opened: Opened) -> list[int]:
    return [pack.version for pack in opened.library.packs.list() if pack.channel_id]


def update(opened: Opened) -> None:
    opened.whole.updates.begin()
    opened.quiet()


def test_updates_tell_of_a_newer_pack_that_waits_for_a_yes(opened: Opened, maker: Maker) -> None:
    nav, toasts = opened.whole.window.nav, opened.whole.window.toasts
    assert opened.library.sources.list(enabled=True) == ()
    with ScriptedServer() as server:
        trust_and_install(opened, host(server, maker.folder))
        assert contacts_of(opened.library) == (Contact(name=NAME, hosts=("127.0.0.1",)),)
        assert update_facts(opened.library, opened.services).makers == (NAME,)
        maker.add("evenings", pack_of("evenings", version=2, links=[a_link("newer")]), version=2)
        host(server, maker.folder)

        update(opened)
        assert opened.will_say(NEWER)
        assert (nav.counts[PACKS], versions(opened)) == (1, [1])
        toasts.take_away(lambda message: message.text != NEWER)
        opened.quiet()
        assert toasts.message is not None
        assert toasts.message.on_action is not None
        toasts.message.on_action()
        body = body_of(opened)
        (uid,) = (pack.uid for pack in opened.library.packs.list() if pack.channel_id)
        body.here.cards[uid].buttons[0].click()
        opened.quiet()
        install(opened)
        assert (nav.counts[PACKS], versions(opened)) == (0, [2])

        hear_of_changes(opened)
        asked(server)
        opened.whole.updates.begin([])
        opened.quiet()
        assert asked(server) == []  # an update of some sources asks nobody else

        hear_of_a_newer_caregiver(opened, maker, server)
        server.answer(f"{BELOW}/metadata/timestamp.json", Answer(status=500))
        update(opened)
        assert body.outcome.words.startswith(f"{NAME}: ")
        stop_while_it_is_asked(opened, server)


def hear_of_changes(opened: Opened) -> None:
    """What is told of a channel once waits for whoever opens the packs late, whatever later updates say."""
    (channel,) = opened.library.channels.list()
    checked = opened.services.channels.known(opened.library, channel.id)
    assert checked is not None
    changed = replace(checked, name_before="Harbour Carers", moved_to="https://new.example.org/packs/")
    opened.whole.window.open_screen(HOME)
    opened.quiet()
    for each in (changed, replace(checked, is_unchanged=True)):
        opened.whole.updates.news_came.emit(ChannelNews(checked=(each,)))
    renamed = f"{NAME} called themselves Harbour Carers until now."
    assert opened.will_say(renamed)
    assert body_of(opened).outcome.words == renamed
    opened.whole.updates.news_came.emit(ChannelNews(checked=(changed,)))
    assert body_of(opened).outcome.words.startswith(f"{renamed} {NAME} can now be found at a new address.")
    assert opened.whole.window.overlay.panel is None


def hear_of_a_newer_caregiver(opened: Opened, maker: Maker, server: ScriptedServer) -> None:
    """Home and About say it calmly once an update brought it; only a press leads out, to an address of ours."""
    window, notice = opened.whole.window, opened.whole.home.screen.newer
    opened.quiet()
    message = window.toasts.message
    maker.tell_newest_caregiver("99.10")
    host(server, maker.folder)
    asked(server)
    with outside() as browser:
        window.open_screen(HOME)
        opened.quiet()
        assert not notice.isVisible()
        update(opened)
        assert notice.isVisible()
        assert notice.accessibleName() == "There is a newer Caregiver: 99.10."
        assert window.toasts.message == message
        asked(server)
        opened.whole.find.commands.find("Settings: About")[0].action()
        opened.quiet()
        about = opened.whole.settings.part
        assert isinstance(about, AboutPart)
        assert about.newer.isVisible()
        told = "\n".join(label.text() for label in about.newer.findChildren(QLabel)).splitlines()
        assert told[-2].startswith("You can read how to get it at caregiver.example/get.")
        assert told[-1] == f"Said by: “{NAME}”"
        assert (asked(server), browser.opened) == ([], [])
        about.newer.button.click()
        assert browser.opened == [GETTING_PAGE]
        window.open_screen(HOME)
        opened.quiet()
        notice.away.click()
        opened.quiet()
        assert notice.isHidden()
        assert opened.whole.home.screen.header.update_button.hasFocus()
        assert opened.will_say("Home no longer mentions Caregiver 99.10. About still does.")
        window.messages.undo()
        opened.quiet()
        assert notice.isVisible()
        window.open_screen(PACKS)
        opened.quiet()


def stop_while_it_is_asked(opened: Opened, server: ScriptedServer) -> None:
    """The server holds its answer back; the Stop of the update ends the waiting and what sources said stays."""
    held, is_asked = Answer(body=bytes(12), pause_after=4), threading.Event()

    def hold(_request: SeenRequest) -> Answer:
        is_asked.set()
        return held

    asked(server)
    server.answer(f"{BELOW}/metadata/timestamp.json", hold)
    opened.whole.updates.begin()
    try:
        wait_until(lambda: is_asked.is_set() and opened.whole.updates.progress is not None, "the server is asked")
        assert progress_words(opened.whole.updates.progress) == f"Asking {NAME} for newer packs"
        opened.whole.updates.stop()
        opened.quiet()
    finally:
        held.resume.set()
    assert (opened.whole.updates.running, len(asked(server))) == (False, 1)
