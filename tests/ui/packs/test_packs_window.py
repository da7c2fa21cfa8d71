"""A family and its packs in a real window: a stick compared, seen, installed, brought up to date, removed, refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.model.channel import ChannelId
from caregiver_app.model.installed_pack import PackUid
from caregiver_app.model.time import Millis
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.packs.about_drawer import AboutDrawer
from caregiver_app.ui.packs.body import MORE
from caregiver_app.ui.packs.compare_drawer import CompareDrawer
from caregiver_app.ui.packs.install_sheet import InstallSheet
from caregiver_app.ui.packs.pick_drawer import PickDrawer
from caregiver_app.ui.packs.place_drawer import PlaceDrawer
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.confirm import Confirm
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_fits_smallest, assert_targets, cut_labels
from tests.helpers.installing import a_line, a_link, all_of, an_owner, pack_of
from tests.helpers.library import DAY_MS
from tests.helpers.own_channels import PUBLISHER, Maker
from tests.helpers.packs_window import (
    body_of,
    choose_stick,
    install,
    panel_of,
    said_in,
    trust_stick,
    type_groups,
)
from tests.helpers.qt_app import show
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

WARNS = {
    "id": "warner",
    "title": "Warnings of Northfield",
    "address": "https://www.nhs.uk/warnings.xml",
    "language": "en",
    "country": "GB",
    "kind": "alerts",
}
NUMBER = "Night line: \u20660808 157 0192\u2069"
FIRST = pack_of(
    "evenings",
    links=[a_link("page"), a_link("other")],
    helplines=[{**a_line("night"), "name": "Night line"}],
    sources=[WARNS],
    organisations=[an_owner("harbour", "harbourcarers.org.uk")],
)
SECOND = pack_of(
    "evenings",
    version=2,
    links=[a_link("page")],
    helplines=[{**a_line("night", "0808 157 0193"), "name": "Night line"}],
    sources=[WARNS],
    organisations=[an_owner("harbour", "harbourcarers.org.uk")],
    withdrawals=[{"item": "other", "reason": "It was out of date.", "withdrawn_on": "2026-10-01"}],
)


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        yield opened


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    made = Maker(tmp_path / "stick")
    made.begin()
    made.add("evenings", FIRST)
    return made


def uid_in(opened: Opened, slug: str = "evenings") -> PackUid:
    (channel,) = opened.library.channels.list()
    return PackUid(f"{channel.id}/{PUBLISHER}/{slug}")


def test_a_family_takes_a_stick_keeps_it_current_and_parts_with_it(opened: Opened, maker: Maker) -> None:
    body = body_of(opened)
    shipped = set(body.here.cards)
    assert len(shipped) == 10
    compare_with_a_mistake(opened, maker)
    take_with_its_warnings(opened)
    uid = uid_in(opened)
    assert version_and_alerts(opened, uid) == (1, True)
    assert set(body.here.cards) == {*shipped, uid}
    assert "This was the newest on" in " ".join(said_in(body.here.cards[uid]))

    maker.add("evenings", SECOND, version=2)
    choose_stick(opened, maker.folder)
    words = said_in(panel_of(opened, InstallSheet))
    assert {"New or changed phone lines", NUMBER.replace("192", "193"), "other: It was out of date.", "Gone"} <= set(
        words
    )
    install(opened)
    assert version_and_alerts(opened, uid) == (2, True)

    read_what_is_inside(opened)
    remove_and_undo(opened, uid)
    body.ways.ask_to_forget(opened.library.channels.list()[0]).act.click()
    opened.quiet()
    assert opened.library.channels.list() == ()
    assert set(body.here.cards) == shipped
    assert opened.door.asked == []


def compare_with_a_mistake(opened: Opened, maker: Maker) -> None:
    choose_stick(opened, maker.folder)
    drawer = panel_of(opened, CompareDrawer)
    assert len(drawer.fields) == 2
    shown = " ".join(said_in(drawer))
    assert not any(words in shown for words in _asked_for(opened, maker, drawer))
    type_groups(drawer, maker.folder, wrong=True)
    opened.quiet()
    assert any(field.error for field in drawer.fields.values())
    assert opened.library.channels.list() == ()
    type_groups(drawer, maker.folder)
    opened.quiet()


def take_with_its_warnings(opened: Opened) -> None:
    before = all_of(opened.library)
    sheet = panel_of(opened, InstallSheet)
    words = said_in(sheet)
    assert "This really comes from Northfield Nurses, unchanged." in words
    order = [words.index(each) for each in ("New web sites", NUMBER, "Warnings of Northfield")]
    assert order == sorted(order)
    assert all_of(opened.library) == before
    (part,) = sheet.parts
    assert part.alerts is not None
    assert not part.alerts.isChecked()
    part.alerts.click()
    ((site, box),) = part.sites.items()
    assert (site.site, box.text(), box.isChecked()) == (
        "harbourcarers.org.uk/",
        "Harbour: \u2066harbourcarers.org.uk\u2069",
        False,
    )
    box.click()
    install(opened)
    (pack,) = (each for each in opened.library.packs.list() if each.channel_id)
    assert opened.library.packs.accepted_sites(pack.uid) == {site}
    assert opened.message == "1 pack is installed."


def version_and_alerts(opened: Opened, uid: PackUid) -> tuple[int, bool]:
    pack = opened.library.packs.get(uid)
    assert pack is not None
    return pack.version, pack.alerts


def read_what_is_inside(opened: Opened) -> None:
    body = body_of(opened)
    card = next(card for card in body.here.cards.values() if card.row.title == "Cancer")
    inside, remove = card.buttons
    for step in ("is there", "is gone"):
        inside.click()
        pages = panel_of(opened, AboutDrawer).pages
        line = next(line for line in pages.lines if line.title.startswith("Contarlo"))
        pages.show_key(line.key)
        if step == "is gone":
            remove.click()
            opened.quiet()
        QTest.keyClick(pages, Qt.Key.Key_Return)
        opened.quiet()
        if step == "is there":
            assert (opened.whole.window.nav.current, opened.whole.window.overlay.panel) == (LIBRARY, None)
            shown = opened.whole.library.shelf.reader.row
            assert shown is not None
            assert line.title.startswith(shown.title)
            body_of(opened)
    assert opened.will_say("This page is no longer in your library.")
    opened.whole.window.overlay.close_panel()
    opened.whole.window.messages.undo()
    opened.quiet()


def remove_and_undo(opened: Opened, uid: PackUid) -> None:
    body, installed = body_of(opened), all_of(opened.library)
    about, remove = body.here.cards[uid].buttons
    about.click()
    opened.quiet()
    assert "Night line" in said_in(panel_of(opened, AboutDrawer))
    opened.whole.window.overlay.close_panel()
    remove.click()
    opened.quiet()
    assert uid not in body.here.cards
    assert opened.will_say("Removed Evenings.")
    opened.whole.window.messages.undo()
    opened.quiet()
    assert all_of(opened.library) == installed
    assert uid in body.here.cards


def _asked_for(opened: Opened, maker: Maker, drawer: CompareDrawer) -> list[str]:
    """Return the groups that must not be on the screen, as signs and as words."""
    from caregiver_app.packs.channels.fingerprints import groups_of, words_of

    look = opened.services.channels.look(opened.library, str(maker.folder))
    return [said(look.fingerprint)[number - 1] for number in drawer.fields for said in (groups_of, words_of)]


def test_what_was_changed_on_the_way_is_refused_in_words_and_nothing_is_installed(opened: Opened, maker: Maker) -> None:
    body = body_of(opened)
    trust_stick(opened, maker.folder)
    panel_of(opened, InstallSheet).closed.emit()
    before = all_of(opened.library)
    (archive,) = (path for path in maker.folder.rglob("*.pack"))
    archive.write_bytes(archive.read_bytes()[:-1] + b"!")
    choose_stick(opened, maker.folder)
    assert "changed after it was signed" in body.outcome.words
    assert body.outcome.refusal.isVisible()
    assert opened.whole.window.overlay.panel is None
    assert all_of(opened.library) == before

    unsigned = maker.folder.parent / "alone.pack"
    unsigned.write_bytes(FIRST)
    body.taking_in.ask_place().closed.emit()
    choose_stick(opened, unsigned)
    assert "is not signed" in body.outcome.words
    body.outcome.close_refusal.click()
    assert body.outcome.words == ""


def test_a_late_stick_is_asked_about_and_of_several_packs_some_are_taken(opened: Opened, tmp_path: Path) -> None:
    maker = Maker(tmp_path / "late", at=Millis(MONDAY - 200 * DAY_MS))
    maker.begin()
    for slug in ("evenings", "mornings"):
        maker.add(slug, pack_of(slug, links=[a_link(f"page-{slug}")]))
    body = body_of(opened)
    trust_stick(opened, maker.folder)
    panel_of(opened, Confirm).safe.click()
    opened.quiet()
    assert body.here.cards.keys() == {row.uid for row in opened.services.packs.list(opened.library)}
    choose_stick(opened, maker.folder)
    panel_of(opened, Confirm).act.click()
    opened.quiet()
    pick = panel_of(opened, PickDrawer)
    assert "There may be newer packs of Northfield Nurses than these." in body.outcome.words
    pick.boxes[uid_in(opened, "mornings")].click()
    pick.act.click()
    opened.quiet()
    install(opened)
    card = body.here.cards[uid_in(opened)]
    assert any("newest" in words for words in said_in(card))
    assert uid_in(opened, "mornings") in body.more.cards
    body.show_tab(MORE)
    body.more.cards[uid_in(opened, "mornings")].buttons[0].click()
    opened.quiet()
    install(opened)
    assert uid_in(opened, "mornings") in body.here.cards


def test_a_pack_on_a_stick_that_nobody_chose_yet_asks_for_the_stick(opened: Opened, maker: Maker) -> None:
    services, library = opened.services, opened.library
    look = services.channels.look(library, str(maker.folder))
    services.channels.trust(library, look, look.fingerprint)
    services.packs.look_at(library, str(maker.folder))
    body = body_of(opened)
    body.show_tab(MORE)
    body.more.cards[uid_in(opened)].buttons[0].click()
    opened.quiet()
    panel_of(opened, PlaceDrawer)
    assert ChannelId(look.id) == library.channels.list()[0].id
    body.taking_in.look_at_path(maker.folder)
    opened.quiet()
    install(opened)
    assert uid_in(opened) in body.here.cards


def test_an_address_is_asked_only_when_somebody_types_it_or_looks_for_news(opened: Opened, maker: Maker) -> None:
    body = body_of(opened)
    assert body.news.isHidden()
    place = body.taking_in.ask_place()
    place.look.click()
    assert place.field.error
    place.address.setText("packs.example.org/nurses")
    assert opened.door.asked == []
    place.look.click()
    opened.quiet()
    assert {urlsplit(asked).hostname for asked in opened.door.asked} == {"packs.example.org"}
    assert body.here.cards
    assert opened.library.channels.list() == ()

    services, library = opened.services, opened.library
    look = services.channels.look(library, str(maker.folder))
    services.channels.trust(library, look, look.fingerprint, address="https://packs.example.org/nurses/")
    body.refresh()
    opened.quiet()
    body.news.click()
    opened.quiet()
    assert body.outcome.words.startswith("Northfield Nurses: ")
    assert body.outcome.refusal.isHidden()


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_of_packs_fits_the_smallest_window(opened: Opened, maker: Maker, theme: Theme, percent: int) -> None:
    show(opened.whole.window, *SMALLEST)
    theme.set_percent(percent)
    body = body_of(opened)
    _check(opened, theme)
    choose_stick(opened, maker.folder)
    drawer = panel_of(opened, CompareDrawer)
    _check(opened, theme)
    type_groups(drawer, maker.folder)
    opened.quiet()
    panel_of(opened, InstallSheet)
    _check(opened, theme)
    install(opened)
    body.show_tab(MORE)
    body.outcome.refuse("Nothing was taken from it. What you have stays as it is.")
    _check(opened, theme)


def _check(opened: Opened, theme: Theme) -> None:
    opened.quiet()
    window = opened.whole.window
    assert_fits_smallest(window)
    assert_targets(window, theme)
    panel = window.overlay.panel
    if panel is None:
        assert_accessible(window)
    else:
        assert window.rect().contains(panel.geometry())
        assert cut_labels(panel) == []
