"""A first start with what was installed, without any network and heard through AT-SPI; then its commands."""

from __future__ import annotations

import json

import pytest

from freezing.contents import WITH_DATA
from tests.frozen.program import FrozenProgram
from tests.helpers.feed_documents import Item, rss
from tests.helpers.http_server import ScriptedServer, conditional
from tests.helpers.no_network import without_network
from tests.helpers.screen_reader import ScreenReader

pytestmark = pytest.mark.frozen

TITLE = "Caídas en la noche"
SPANISH = "Deje una luz encendida en el pasillo, quite las alfombras sueltas y ponga las gafas al lado de la cama."


def test_the_first_steps_lead_home_and_a_browser_starts_in_its_own_surroundings(
    frozen: FrozenProgram, reader: ScreenReader
) -> None:
    browser = frozen.with_browser()
    with frozen.window(reader.environment):
        assert reader.title("Welcome") == "Welcome, Caregiver"
        reader.hear("Welcome to Caregiver")
        reader.act("Continue")
        reader.hear("What would you like help with?")
        reader.act("Dementia")
        reader.act("United Kingdom")
        reader.act("Continue")
        reader.hear("Which packs do you want to keep?")
        reader.act("Continue with")
        reader.hear("Get pages from these organisations?")
        reader.act("Not now")
        reader.hear("When shall Caregiver look for new pages?")
        reader.act("Only when I press the button")
        reader.hear("Make your emergency sheet now?")
        reader.act("Later")
        assert reader.title("Home") == "Home, Caregiver"
        library = frozen.library()
        assert library.topics.chosen() == ("dementia",)
        assert "starter/dementia" in {pack.uid for pack in library.packs.list()}
        assert library.ledger.list() == ()
        library.close()
        reader.act("Help and helplines")
        reader.act("Open the web page")
        child = browser.surroundings()
        assert child["ASKED"].startswith("https://")
        assert {name: value for name, value in child.items() if str(frozen.folder) in value} == {}
        assert "LD_LIBRARY_PATH" not in child
    assert (frozen.data / "caregiver.lock").read_text().strip() == ""


def test_commands_answer_without_a_network_and_paper_has_its_fonts(frozen: FrozenProgram) -> None:
    assert frozen.says("--version", before=tuple(without_network())).startswith("caregiver ")
    assert json.loads(frozen.says("--json", "doctor", before=tuple(without_network())))["ok"]
    assert json.loads(frozen.says("--json", "guard", given=b"We had a quiet week.")) == []
    sheet = frozen.home / "lines.pdf"
    frozen.says("print", "helplines", "--country", "GB", "-o", str(sheet), before=tuple(without_network()))
    assert b"AtkinsonHyperlegible" in sheet.read_bytes()


def test_a_feed_is_read_in_a_worker(frozen: FrozenProgram) -> None:
    """The worker is the same program started again; what it reads with brings files that no start asks for."""
    with ScriptedServer() as site:
        site.answer("/news.xml", conditional(rss(Item(title=TITLE, guid="falls", html=f"<p>{SPANISH}</p>"))))
        frozen.says("source", "add", site.url("/news.xml"), "--allow-private")
    (hit,) = [each for each in json.loads(frozen.says("--json", "search", "alfombras")) if each["title"] == TITLE]
    read = json.loads(frozen.says("--json", "article", "show", str(hit["id"])))
    assert read["text"] == SPANISH
    library = frozen.library()
    assert [row.language for row in library.articles.rows_of([hit["id"]])] == ["es"]
    library.close()
    assert [name for name in WITH_DATA if not any((frozen.folder / "lib" / name).rglob("*.*"))] == []
