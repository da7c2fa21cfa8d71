"""docs/formats/command-line.md says what commands print: its examples have the keys of real answers."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import click
import pytest

from caregiver_app.bootstrap.paths import Paths
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
from tests.helpers.command_line import CommandLine
from tests.helpers.documented import EXAMPLES, PAGE, assert_documented
from tests.helpers.feed_documents import rss
from tests.helpers.filled_folder import CHANGED, ITEMS, fill, id_of
from tests.helpers.http_server import Answer, ScriptedServer

NOT_OF_A_COMMAND = ('{"error": {"kind": "unknown-source"', '{"answers": {')
"""How those pieces of JSON begin that no command prints by itself: what ends a command early, and what one reads."""


COMPARED_ELSEWHERE = {
    "clean-url": "test_clean_url.py",
    "check-link": "test_check_link.py",
    "guard": "test_guard.py",
    "share": "test_share.py",
    "shares list": "test_share.py",
}
"""Examples that a test beside the command reads from the page, to compare more than their keys."""


def _compared_in(file: Path) -> Iterator[str]:
    """Yield the names that a test file gives to answers: keys of dictionaries, and what it asks of an example."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        named: list[ast.expr | None] = []
        if isinstance(node, ast.Dict):
            named = node.keys
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "assert_documented":
            named = [node.args[0]]
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "EXAMPLES":
            named = [node.slice]
        yield from (each.value for each in named if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_each_example_is_compared_with_an_answer() -> None:
    """An example that no test compares could say anything; where this fails, call `assert_documented` beside yours."""
    files = [
        file for file in Path(__file__).parent.glob("test_*.py") if "helpers.documented import" in file.read_text()
    ]
    assert len(files) > 10
    compared = {name for file in (Path(__file__), *files) for name in _compared_in(file)}
    assert set(EXAMPLES) - compared - set(COMPARED_ELSEWHERE) == set()
    assert len(EXAMPLES) == PAGE.count("```json") - len(NOT_OF_A_COMMAND)
    assert [text for text in NOT_OF_A_COMMAND if text not in PAGE] == []


def test_an_example_with_a_key_that_no_answer_has_is_found() -> None:
    with pytest.raises(AssertionError, match="offline"):
        assert_documented("offline", {**EXAMPLES["offline"], "nonsense": 1})


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
        assert_documented(name, answer)


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


def _paths(command: click.Command) -> Iterator[tuple[str, ...]]:
    """Yield the words behind `caregiver` of each command that does something."""
    if not isinstance(command, click.Group):
        yield ()
        return
    for name, inner in command.commands.items():
        if not inner.hidden:
            yield from ((name, *rest) for rest in _paths(inner))


def _typed(line: str) -> Iterator[tuple[str, ...]]:
    """Yield the commands that a line of the page names, e.g. two for `source enable|disable ID`."""
    for words in product(*(word.split("|") for word in line.split())):
        command: click.Command = make_command()
        path = []
        for word in words:
            if not isinstance(command, click.Group):
                break
            path.append(word)
            command = command.commands.get(word, click.Command(word))
        yield tuple(path)


def test_the_page_has_a_line_for_each_command_and_for_no_other() -> None:
    lines = re.findall(r"^    caregiver ([a-z].*)$", PAGE, re.MULTILINE)
    assert {path for line in lines for path in _typed(line)} == set(_paths(make_command()))


def test_every_option_is_named() -> None:
    for name, command in make_command().commands.items():
        if command.hidden:
            continue
        for inner in getattr(command, "commands", {"": command}).values():
            for parameter in inner.params:
                for option in parameter.opts:
                    if option.startswith("--") and option != "--json":
                        assert option in PAGE, f"{name}: {option}"
