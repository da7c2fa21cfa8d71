"""`caregiver sync`: the report, its arithmetic, exit codes, one at a time, stopping."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
from typing import Any

import pytest

from caregiver_app.bootstrap.paths import find_paths
from caregiver_app.bootstrap.writing_alone import one_writer
from tests.helpers.command_line import CommandLine
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, Script, ScriptedServer, conditional
from tests.helpers.shapes import ERROR, SYNC, assert_shape
from tests.helpers.terminal import run_on_terminal


def add(caregiver: CommandLine, server: ScriptedServer, path: str, script: Script, *, host: str = "127.0.0.1") -> str:
    """Add a source without asking it, and let the server say what `script` says; return its number."""
    server.answer(path, script)
    url, name = server.url(path, host), path.strip("/")
    outline = f'<outline text="{name}" xmlUrl="{url}"/>'
    caregiver("opml", "import", "-", "--allow-private", typed=f'<opml version="2.0"><body>{outline}</body></opml>')
    return next(str(source["id"]) for source in caregiver.json("source", "list", "--on") if source["url"] == url)


def assert_adds_up(report: Any) -> None:
    assert_shape(report, SYNC)
    assert report["sources"] == report["ok"] + report["unchanged"] + report["paused"] + report["failed"]
    assert report["sources"] == len(report["results"])
    for counter in ("new", "changed"):
        assert report[counter] == sum(result[counter] for result in report["results"])


def states(report: Any) -> dict[str, str]:
    return {result["title"]: result["state"] for result in report["results"]}


def test_every_kind_of_result_is_reported_and_the_counters_add_up(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    good = rss(*pages(3, host="good"), title="good")
    add(caregiver, server, "/good", Answer(body=good))
    add(caregiver, server, "/same", conditional(rss(*pages(3, host="same"), title="same")))
    caregiver("sync")
    server.answer("/good", Answer(body=rss(*pages(4, host="good"), title="good")))
    add(caregiver, server, "/page", Answer(body=b"<html>no</html>", headers={"Content-Type": "text/html"}))
    add(caregiver, server, "/gone", Answer(status=410))
    add(caregiver, server, "/tired", Answer(status=429, headers={"Retry-After": "60"}), host="127.0.0.2")
    ran = caregiver("--json", "sync")
    assert ran.code == 3
    report = ran.document
    assert_adds_up(report)
    assert states(report) == {
        "good": "ok",
        "same": "unchanged",
        "page": "failed",
        "gone": "gone",
        "tired": "paused",
    }
    assert (report["ok"], report["unchanged"], report["paused"], report["failed"]) == (1, 1, 1, 2)
    assert report["new"] == 1
    assert all((result["error"] is None) == (result["state"] in ("ok", "unchanged")) for result in report["results"])


def test_a_host_that_asks_for_a_rest_is_no_failure(caregiver: CommandLine, server: ScriptedServer) -> None:
    add(caregiver, server, "/tired", Answer(status=503, headers={"Retry-After": "60"}))
    ran = caregiver("--json", "sync")
    assert (ran.code, ran.document["paused"]) == (0, 1)


def test_a_second_sync_stores_nothing_new(caregiver: CommandLine, server: ScriptedServer) -> None:
    add(caregiver, server, "/feed", conditional(rss(*pages(3), title="feed")))
    assert caregiver.json("sync")["new"] == 3
    second = caregiver.json("sync")
    assert (second["new"], second["changed"], second["unchanged"]) == (0, 0, 1)


def test_exactly_the_named_sources_are_asked_also_when_they_are_off(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    one, two = (add(caregiver, server, path, Answer(body=rss(*pages(1, host=path[1:])))) for path in ("/one", "/two"))
    caregiver("source", "disable", two)
    report = caregiver.json("sync", "--source", two)
    assert_adds_up(report)
    assert [result["source_id"] for result in report["results"]] == [int(two)]
    assert server.seen("/one") == []
    for named in (("--source", one, two), (f"--source={one}", two, "--json"), ("--source", two, "--source", one)):
        both = caregiver.json("sync", *named)
        assert {result["source_id"] for result in both["results"]} == {int(one), int(two)}
    assert caregiver("sync", one).code == 2


def test_an_unknown_source_is_a_failure_and_nothing_is_asked(caregiver: CommandLine, server: ScriptedServer) -> None:
    number = add(caregiver, server, "/one", Answer(body=rss(*pages(1))))
    ran = caregiver("--json", "sync", "--source", number, "--source", "999999")
    assert (ran.code, ran.document["error"]["kind"]) == (1, "unknown-source")
    assert server.requests == []


def test_with_nothing_on_there_is_an_empty_report_and_advice(caregiver: CommandLine) -> None:
    ran = caregiver("--json", "sync")
    assert ran.code == 0
    assert_adds_up(ran.document)
    assert "caregiver topic choose" in ran.err


def test_under_the_offline_switch_nothing_is_asked_and_the_exit_code_is_3(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    add(caregiver, server, "/feed", Answer(body=rss(*pages(1))))
    caregiver("offline", "on")
    ran = caregiver("--json", "sync")
    assert ran.code == 3
    assert_adds_up(ran.document)
    assert [result["state"] for result in ran.document["results"]] == ["offline"]
    assert server.requests == []
    assert "caregiver offline off" in caregiver("sync").out


def test_one_sync_at_a_time_and_the_other_says_who(caregiver: CommandLine, server: ScriptedServer) -> None:
    add(caregiver, server, "/feed", Answer(body=rss(*pages(1))))
    with one_writer(find_paths(caregiver.data_dir), holder="window"):
        ran = caregiver("--json", "sync")
        beside = caregiver("--json", "source", "list")
    assert ran.code == 1
    assert_shape(ran.document, ERROR)
    assert ran.document["error"]["kind"] == "instance-running"
    assert f"window, process {os.getpid()}" in ran.document["error"]["message"]
    assert beside.code == 0


def test_a_trouble_that_many_sources_have_is_told_once(caregiver: CommandLine, server: ScriptedServer) -> None:
    for path in ("/one", "/two"):
        add(caregiver, server, path, Answer(status=404))
    out = caregiver("sync").out
    assert out.count("nothing at this address") == 1
    assert [line.split()[1] for line in out.splitlines() if line.startswith("  ")] == ["one", "two"]


def test_people_get_counters_words_and_the_troubles(caregiver: CommandLine, server: ScriptedServer) -> None:
    add(caregiver, server, "/good", Answer(body=rss(*pages(2, host="good"), title="good")))
    add(caregiver, server, "/page", Answer(status=404))
    ran = caregiver("sync")
    lines = ran.out.splitlines()
    assert lines[0].startswith("2 sources: 1 ok, 0 unchanged, 0 paused, 1 failed (")
    assert "2 new articles" in lines[1]
    assert lines[3].startswith("failed: ")
    assert lines[3].endswith("(404)")
    assert lines[4].split()[1] == "page"
    assert ran.err == ""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_sync_keeps_what_came_and_reports_it(
    caregiver: CommandLine, server: ScriptedServer, number: signal.Signals, code: int
) -> None:
    add(caregiver, server, "/quick", Answer(body=rss(*pages(2, host="quick"), title="quick")), host="127.0.0.2")
    add(caregiver, server, "/slow", Answer(wait_for=threading.Event()))
    with caregiver.start("--json", "sync", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        server.wait_until(lambda seen: bool(seen.seen("/slow")))
        process.send_signal(number)
        out, err = process.communicate()
    assert process.returncode == code, err
    assert_adds_up(json.loads(out))
    assert "offline" not in states(json.loads(out)).values()
    assert b"Traceback" not in err
    assert caregiver.json("doctor")["ok"]


def test_on_a_terminal_a_bar_moves_on_standard_error_and_leaves_nothing(
    caregiver: CommandLine, server: ScriptedServer
) -> None:
    add(caregiver, server, "/one", Answer(body=rss(*pages(1, host="one"), title="one")))
    add(caregiver, server, "/two", Answer(body=rss(*pages(1, host="two"), title="two")))
    ran = run_on_terminal(caregiver, "sync", stream="stderr")
    assert ran.code == 0
    assert "2 of 2" in ran.err
    assert ran.err.rpartition("\r")[2] == ""
    assert "of 2  " not in ran.out


def test_into_a_pipe_there_is_no_bar(caregiver: CommandLine, server: ScriptedServer) -> None:
    add(caregiver, server, "/one", Answer(body=rss(*pages(1, host="one"), title="one")))
    ran = caregiver.in_process_of_its_own("sync")
    assert ran.code == 0
    assert ran.err == ""
    assert "\r" not in ran.out
