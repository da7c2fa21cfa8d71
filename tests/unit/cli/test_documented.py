"""docs/formats/command-line.md says what commands print: its examples have the keys of real answers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caregiver_app.bootstrap import Paths
from caregiver_app.cli.main import make_command
from caregiver_app.library.store import open_library
from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import (
    AddressTrouble,
    AppraisalTrouble,
    BackupTrouble,
    FeedTrouble,
    StorageTrouble,
    VaultTrouble,
    WebTrouble,
)
from caregiver_app.model.time import Millis
from caregiver_app.support.clock import SystemClock
from tests.helpers.alerts import HOUR_MS, alert_facts
from tests.helpers.command_line import ROOT, CommandLine
from tests.helpers.feed_documents import rss
from tests.helpers.filled_folder import CHANGED, ITEMS, fill, id_of
from tests.helpers.http_server import Answer, ScriptedServer

PAGE = (ROOT / "docs" / "formats" / "command-line.md").read_text(encoding="utf-8")
EXAMPLES = {
    name: json.loads(example)
    for name, example in re.findall(r"\n\n`([a-z -]+)`[^\n]*:\n\n```json\n(.*?)\n```", PAGE, re.DOTALL)
}


def keys_of(value: Any) -> Any:
    """Return the skeleton of a document: its keys, and those of the first object of each list."""
    if isinstance(value, dict):
        return {key: keys_of(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [keys_of(value[0])] if value and isinstance(value[0], dict) else []
    return None


def test_there_is_an_example_for_every_command_that_prints_data() -> None:
    named = {
        "source list",
        "opml import",
        "opml export",
        "sync",
        "search",
        "article show",
        "article keep",
        "topic list",
        "collection list",
        "saved list",
        "mute list",
        "ledger",
        "changes",
    }
    assert named | {"ledger", "doctor", "offline"} <= set(EXAMPLES)


def saved_search(caregiver: CommandLine) -> Any:
    """Keep a search by a name; return the list of them."""
    caregiver("search", "night", "--save", "Nights")
    return caregiver.json("saved", "list")


_PREVIEWED = (
    '<opml version="2.0"><body><outline text="News" xmlUrl="https://www.example.org/feed"/>'
    '<outline text="Known" xmlUrl="http://www.example.org/night"/>'
    '<outline text="Router" xmlUrl="http://192.168.0.1/feed"/></body></opml>'
)


def _network(caregiver: CommandLine) -> Any:
    caregiver.json("network", "block", "www.example.org")
    caregiver.json("network", "proxy", "socks5h://127.0.0.1:9050")
    return caregiver.json("network", "list")


def _appraised(caregiver: CommandLine, article: str) -> Any:
    """Check an article until today, so that it is due soon."""
    said = re.findall(r"```json\n(\{\"answers\".*?)\n```", PAGE)
    typed = json.dumps({**json.loads(said[0]), "check_by": date.today().isoformat()})  # noqa: DTZ011 the command's day
    return caregiver("--json", "appraise", f"article:{article}", "--answers", "-", typed=typed).document


def _warned(caregiver: CommandLine, article: str) -> Any:
    """Let an article warn until tomorrow, in a source that is there for that; return the notices."""
    now = SystemClock().now()
    library = open_library(Paths(data_dir=caregiver.data_dir).library, SystemClock())
    facts = replace(alert_facts(), sent_at=now, effective_at=None, expires_at=Millis(now + 24 * HOUR_MS))
    with library.write("test") as writer:
        library.alerts.put(writer, ItemId(int(article)), facts)
        writer.execute("UPDATE source SET kind = 'alerts' WHERE id = (SELECT min(id) FROM source WHERE enabled = 1)")
    library.close()
    return caregiver.json("notices")


@pytest.fixture
def answers(caregiver: CommandLine, server: ScriptedServer) -> dict[str, Any]:
    fill(caregiver, server)
    server.answer("/night.xml", Answer(body=rss(CHANGED, *ITEMS[1:])))
    outlines = '<opml version="2.0"><body><outline text="Router" xmlUrl="http://192.168.0.1/feed"/></body></opml>'
    synced = caregiver.json("sync")
    caregiver("opml", "import", "-", typed=_PREVIEWED.replace("/feed", "/other").replace("/night", "/night/"))
    night = id_of(caregiver, "Sleep at night")
    return {
        "sync": synced,
        "article keep": caregiver("--json", "article", "keep", night).document,
        "source list": caregiver.json("source", "list", "--on"),
        "opml import": caregiver("--json", "opml", "import", "-", typed=outlines).document,
        "opml export": caregiver.json("opml", "export", str(caregiver.data_dir.parent / "out.opml")),
        "search": caregiver.json("search", "night"),
        "article show": caregiver.json("article", "show", night),
        "changes": caregiver.json("changes"),
        "collection list": caregiver.json("collection", "make", "For the nurse"),
        "saved list": saved_search(caregiver),
        "mute list": caregiver.json("mute", "add", "football"),
        "notices": _warned(caregiver, night),
        "topic list": caregiver.json("topic", "list"),
        "ledger": caregiver.json("ledger"),
        "ledger --by-host": caregiver.json("ledger", "--by-host"),
        "backup create": caregiver.json("backup", "create", str(caregiver.data_dir.parent / "all.caregiver")),
        "doctor": caregiver.json("doctor"),
        "offline": caregiver.json("offline"),
        "source find": caregiver.json("source", "find", server.url("/night.xml"), "--allow-private"),
        "opml import --preview": caregiver("--json", "opml", "import", "-", "--preview", typed=_PREVIEWED).document,
        "link check": caregiver("--json", "link", "check", server.url("/")).document,
        "network list": _network(caregiver),
        "appraise": caregiver.json("appraise", f"article:{night}"),
        "appraise --answers": _appraised(caregiver, night),
        "reviews": caregiver.json("reviews"),
    }


def test_examples_have_the_keys_of_real_answers_in_their_order(answers: dict[str, Any]) -> None:
    for name, answer in answers.items():
        # As text, so that the order counts too.
        assert json.dumps(keys_of(EXAMPLES[name])) == json.dumps(keys_of(answer)), name


def test_every_kind_of_error_is_named() -> None:
    families = {
        "storage": StorageTrouble,
        "web": WebTrouble,
        "feed": FeedTrouble,
        "backup": BackupTrouble,
        "address": AddressTrouble,
        "vault": VaultTrouble,
        "appraisal": AppraisalTrouble,
    }
    for family, troubles in families.items():
        line = PAGE[PAGE.index(f"`{family}-`") :].split("\n- ")[0].split("\n##")[0]
        assert [trouble.value for trouble in troubles] == re.findall(r"`([a-z-]+[a-z])`", line.split(":", 1)[1])


def test_every_command_and_option_is_named() -> None:
    for name, command in make_command().commands.items():
        if command.hidden:
            continue
        for inner in getattr(command, "commands", {"": command}).values():
            for parameter in inner.params:
                for option in parameter.opts:
                    if option.startswith("--") and option != "--json":
                        assert option in PAGE, f"{name}: {option}"
            if inner is not command:
                assert re.search(rf"caregiver {name} (?:[a-z-]+\|)*{inner.name}\b", PAGE), f"{name} {inner.name}"
