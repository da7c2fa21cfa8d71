"""Alerts from a publisher's bytes to what warns now: an alert, its update, its end, in every order."""

from __future__ import annotations

from itertools import permutations

import pytest

from caregiver_app.model.source import NewSource, SourceKind
from caregiver_app.model.time import Millis, to_iso
from tests.helpers.http_server import Answer
from tests.helpers.syncing import Stage

HOUR_MS = 3_600_000
OFFICE = "office@weather.example"
MESSAGES = {
    "heat": ("Alert", 1, ()),
    "more heat": ("Update", 2, (1,)),
    "over": ("Cancel", 3, (1, 2)),
    "drill": ("Alert", 4, ()),
}


def message(title: str, now: Millis) -> bytes:
    kind, number, refers_to = MESSAGES[title]
    sent = [to_iso(Millis(now - HOUR_MS + each * 60_000)) for each in range(5)]
    references = " ".join(f"{OFFICE},{each},{sent[each]}" for each in refers_to)
    return (
        f'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>{number}</identifier>'
        f"<sender>{OFFICE}</sender><sent>{sent[number]}</sent>"
        f"<status>{'Exercise' if title == 'drill' else 'Actual'}</status>"
        f"<msgType>{kind}</msgType><references>{references}</references><info><language>en</language><event>Heat</event>"
        f"<urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>"
        f"<expires>{to_iso(Millis(now + 20 * HOUR_MS))}</expires><headline>{title}</headline>"
        f"<description>Drink water.</description><area><areaDesc>North Bay</areaDesc></area></info></alert>"
    ).encode()


def warnings(stage: Stage) -> list[str]:
    return [row.title for row in stage.library.alerts.current(at=stage.clock.now())]


@pytest.mark.parametrize("order", list(permutations(("heat", "more heat", "over", "drill")))[::5], ids="-".join)
def test_a_warning_lasts_until_its_publisher_ends_it_whatever_comes_first(stage: Stage, order: tuple[str, ...]) -> None:
    now = stage.clock.now()
    stage.add("/alert", [Answer(body=message(title, now)) for title in order])
    seen: set[str] = set()
    for title in order:
        stage.sync()
        seen.add(title)
        if "over" in seen:
            expected = []
        elif "more heat" in seen:
            expected = ["more heat"]
        else:
            expected = ["heat"] if "heat" in seen else []
        assert warnings(stage) == expected
    assert stage.titles() == ["heat", "more heat", "over"]


def test_the_reader_of_an_article_is_told_what_it_warns_of(stage: Stage) -> None:
    stage.add("/alert", Answer(body=message("heat", stage.clock.now())))
    stage.sync()
    (row,) = stage.rows()
    article = stage.library.articles.get(row.id)
    assert article.alert is not None
    assert (article.alert.severity, article.alert.area, article.alert.event) == ("Severe", "North Bay", "Heat")
    assert (row.language, article.alert.message_type) == ("en", "Alert")


def test_nothing_in_the_words_of_a_warning_turns_what_stands_beside_them_around(stage: Stage) -> None:
    said = message("heat", stage.clock.now()).decode()
    for word in ("heat", "Heat", "North Bay"):
        said = said.replace(f">{word}<", f">{word} \u202egnp\u2066x<")
    stage.add("/alert", Answer(body=said.encode()))
    stage.sync()
    (row,) = stage.library.alerts.current(at=stage.clock.now())
    assert (row.title, row.facts.event, row.facts.area) == ("heat gnpx", "Heat gnpx", "North Bay gnpx")


def recalls(name: str) -> bytes:
    return (
        f"<rss version='2.0'><channel><title>{name}</title><item><title>Recall of Pump X due to leaks</title>"
        "<link>https://authority.example/pump-x</link><guid>https://authority.example/pump-x</guid>"
        "<description>Return it.</description></item></channel></rss>"
    ).encode()


def test_a_recall_is_not_silenced_by_who_told_of_it_first(stage: Stage) -> None:
    """Others may have the title and the link before the authority, and any text beside them."""
    stage.add("/gossip", Answer(body=recalls("Gossip")))
    stage.sync()
    assert warnings(stage) == []
    for path in ("/recalls", "/recalls-too"):
        stage.server.answer(path, Answer(body=recalls("Recalls")))
        new = NewSource(url=stage.server.url(path), allow_private=True, kind=SourceKind.ALERTS)
        stage.library.sources.add(new, at=stage.clock.now())
        stage.sync()
        assert warnings(stage) == ["Recall of Pump X due to leaks"]
