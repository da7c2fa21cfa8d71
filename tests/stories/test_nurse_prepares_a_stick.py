"""A nurse makes a pack by keyboard alone: begun, filled, written, looked over, signed, on a stick for families."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from caregiver_app.bootstrap.pack_folders import read_pack
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.set_up_file import NAME, read_set_up_file
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import to_datetime
from caregiver_app.model.trust import Reviewer
from caregiver_app.support.settings import Settings, SettingsFile
from caregiver_app.ui.topics.questions import ASKED
from tests.helpers.appraisals import answers
from tests.helpers.by_keyboard import find_until, is_at, name_in_dialog, press_at, type_at
from tests.helpers.clock import StillClock
from tests.helpers.hartleys import MORNING
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.sharing import check
from tests.helpers.silent_door import SilentDoor
from tests.helpers.starter import folder_with_starter
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

PACKS = "^Packs, Caregiver$"
PASSPHRASE = "walnut harbour simple candle orbit"
CALM = "Calm routines for sundowning"
GUIDE = "When evenings feel harder"
WORDS = "Keep the lights on before it gets dark. Sit down together. Write down what helps."
LIST = "What to mend and what to judge"


def of_a_nurse(start: Path, folder: Path) -> Path:
    """Make of a first start's data folder that of somebody who checks pages for others, and has checked one."""
    shutil.copytree(start, folder)
    services = build_services(Paths(data_dir=folder), clock=StillClock(MORNING), fetcher=SilentDoor())
    library = services.open_library()
    library.choices.put(ASKED, True)
    carers = add_source(library, "Riverside Carers", host="www.riversidecarers.org.uk", at=MORNING)
    (page,) = add_pages(library, carers, [APage(title=CALM, slug="evenings", days_ago=1)], at=MORNING)
    today = to_datetime(MORNING).date()
    dates = {"checked_on": today, "check_by": today + timedelta(days=300)}
    check(library, page, answers=answers(), reviewer=Reviewer(role="Dementia nurse"), **dates)
    library.close()
    services.close()
    SettingsFile(folder / "settings.json").save(Settings(language="en-GB", checks_for_others=True))
    return folder


def test_from_nothing_to_a_stick_that_a_family_can_take(screen: Screen, tmp_path: Path) -> None:
    family = folder_with_starter(tmp_path / "family")
    folder = of_a_nurse(family, tmp_path / "nurse")
    pack, channel, stick = tmp_path / "evenings", tmp_path / "channel", tmp_path / "stick"
    for place in (channel, stick):
        place.mkdir()
    with window_process(screen, folder, at=MORNING) as window:
        window.focus()
        begin(window, pack)
        take_a_page(window, pack)
        write_a_guide(window, pack)
        look_over(window, pack)
        press_at(window, "Continue: Sign and publish")
        make_a_channel(window, channel)
        sign(window)
        hand_over(window, stick)
        assert window.quit() == (0, "")
    assert brought_by(stick, family) == {(CALM, "checked"), (GUIDE, "not-checked")}
    assert [path.name for path in tmp_path.rglob("*") if path.is_file() and holds_passphrase(path)] == []


def begin(window: RunningWindow, pack: Path) -> None:
    """Say what the pack is called, who makes it and what it is about, and where it is kept."""
    find_until(window, "make a pack", lambda: is_at(window, "| Make a pack"))
    press_at(window, "Begin a pack")
    type_at(window, "Name of the pack", "Evenings")
    type_at(window, "Who makes it", "Northfield Nurses")
    press_at(window, "| Dementia")
    window.picture("nurse-1-begin", shows="Who makes it")
    press_at(window, "Choose where to keep it")
    name_in_dialog(window, "^Where is the pack to be kept\\?$", pack.parent, back=PACKS)
    window.wait_until((pack / "pack.json").exists, "the pack")
    type_at(window, "In one or two sentences", "Calm evenings, for families.")
    press_at(window, "Continue: What is in it")
    window.wait_until(lambda: bool(read_pack(pack).summary), "what it is in a sentence")


def take_a_page(window: RunningWindow, pack: Path) -> None:
    """Take a page of the library; the nurse's own check comes along."""
    press_at(window, "Take from your library")
    type_at(window, "Search your library", "calm")
    window.picture("nurse-2-take", shows="Take from your library")
    press_at(window, "What was found", "Return")
    window.wait_until(lambda: bool(read_pack(pack).links), "the page")
    (link,) = read_pack(pack).links
    assert link.appraisal is not None
    assert (link.title, link.appraisal.role) == (CALM, "Dementia nurse")
    window.press("Escape")


def write_a_guide(window: RunningWindow, pack: Path) -> None:
    press_at(window, "Continue: Write")
    press_at(window, "Write a guide")
    window.type_text(GUIDE)
    window.press("Return")
    press_at(window, "Words of the text", "ctrl+End")
    window.type_text(WORDS)
    window.wait_until(lambda: any(WORDS in each.read_text() for each in pack.glob("guides/*.md")), "the guide")
    window.picture("nurse-3-write", shows=GUIDE)


def look_over(window: RunningWindow, pack: Path) -> None:
    """Go to the place of each thing that is listed, and mend it, until there is nothing more."""

    def mended() -> bool:
        written = read_pack(pack)
        return all(guide.summary for guide in written.guides) and all(link.summary for link in written.links)

    def mend_the_first() -> bool:
        press_at(window, LIST, "Return")
        type_at(window, "In a few words", "What to try first.")
        press_at(window, "Continue: Look it over")
        return mended()

    press_at(window, "Continue: Look it over")
    window.picture("nurse-4-look-over", shows="are for you to judge")
    window.wait_until(lambda: mended() or mend_the_first(), "both to be described")
    press_at(window, "Look again")
    window.wait_until(lambda: "Nothing is wrong with this pack." in window.words(), "nothing to be wrong")


def make_a_channel(window: RunningWindow, channel: Path) -> None:
    """Make the channel that signs it, for "Just me"; the key sheet is left for later."""
    press_at(window, "Make a channel")
    window.picture("nurse-5-channel", shows="passphrase")
    press_at(window, "Choose an empty folder for it")
    name_in_dialog(window, "^Choose an empty folder for the channel$", channel, back=PACKS)
    type_at(window, "A passphrase for the keys", PASSPHRASE)
    press_at(window, "Make the channel")
    window.wait_until((channel / "metadata" / "timestamp.json").exists, "the channel")
    press_at(window, "| Done")


def sign(window: RunningWindow) -> None:
    type_at(window, "Passphrase of your keys", PASSPHRASE)
    press_at(window, "| Sign and publish")
    window.wait_until(lambda: "Published: Evenings, version 1" in window.words(), "the pack to be published")


def hand_over(window: RunningWindow, stick: Path) -> None:
    """Put a copy of the channel on the stick, with a set-up file for a first start."""
    press_at(window, "Make a stick for a first start")
    press_at(window, "Choose the stick")
    name_in_dialog(window, "^Choose the stick$", stick, back=PACKS)
    window.wait_until((stick / NAME).exists, "the set-up file")


def brought_by(stick: Path, folder: Path) -> set[tuple[str, str]]:
    """Return what the pack of a stick brings a family who compared the signs, and how each is stamped."""
    found = read_set_up_file(stick)
    assert found.copy is not None
    assert found.set_up.channel is not None
    services = build_services(Paths(data_dir=folder), clock=StillClock(MORNING), fetcher=SilentDoor())
    library = services.open_library()
    look = services.channels.look(library, str(found.copy))
    services.channels.trust(library, look, found.set_up.channel.fingerprint)
    for prepared in services.packs.prepare_all(library, str(found.copy)):
        services.packs.install(library, prepared)
    words = (ArticleQuery(text=words, with_guides=True, with_links=True) for words in ("calm", "evenings"))
    rows = [row for query in words for row in library.articles.page(query, limit=50).rows]
    library.close()
    services.close()
    return {(row.title, row.trust.value) for row in rows if row.title in (CALM, GUIDE)}


def holds_passphrase(path: Path) -> bool:
    return PASSPHRASE.encode() in path.read_bytes()
