"""A look at the whole of a pack finds what its maker would want to know, each at its place, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caregiver_app.guard.knowledge import Knowledge
from caregiver_app.guard.scan import scan
from caregiver_app.links.address import address_key
from caregiver_app.model.errors import PackError
from caregiver_app.model.guard import Looked, Words
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.pack_problem import PackFault, PackProblem, Severity
from caregiver_app.model.time import Millis
from caregiver_app.packs.check_links import addresses_of
from caregiver_app.packs.checking import check_pack
from caregiver_app.packs.folder_reading import read_folder
from caregiver_app.packs.making import make_ready
from caregiver_app.packs.settled import read_settled
from caregiver_app.support.sentences.pack_problems import problem_words
from tests.helpers.packs import CHECKLIST, GUIDE, HEADED, WORKSHOP, example, lamp, small_manifest, write_pack_folder

TODAY = date(2026, 2, 1)
NHS = "https://www.nhs.uk/conditions/dementia/"

Change = Callable[[Any], object]

CHANGES: dict[str, tuple[Change, str, str]] = {
    "nothing": (lambda p: None, "", ""),
    "two links to one page": (
        lambda p: p["links"].append({**p["links"][0], "id": "again"}), "links[again].address", "double-address"),
    "a page watched twice": (
        lambda p: p["pages"].append({**p["pages"][0], "id": "again"}), "pages[again].address", "double-address"),
    "a link that tells who follows it": (
        lambda p: p["links"][0].update(address=NHS + "?utm_source=x"), "links[nhs-dementia].address", "tracking"),
    "a feed with a key": (
        lambda p: p["sources"][0].update(address="https://www.nhs.uk/feed?token=a8F3kq09Zx71mQ4p"),
        "sources[gb-example-news].address", "private-link"),
    "a number that may be a patient's": (
        lambda p: p["links"][0].update(address="https://www.example-care.org/see?patient=943476591"),
        "links[nhs-dementia].address", "personal-detail"),
    "a feed of one reader": (
        lambda p: p["sources"][0].update(address="https://www.nhs.uk/feed?phone=07700900123"),
        "sources[gb-example-news].address", "personal-detail"),
    "a check that ran out": (
        lambda p: p["links"][0]["appraisal"].update(check_by="2026-01-31"),
        "links[nhs-dementia].appraisal.check_by", "check-due"),
    "a check that counts too long": (
        lambda p: p["links"][0]["appraisal"].update(check_by="2028-01-11"),
        "links[nhs-dementia].appraisal.check_by", "check-too-long"),
    "a check that is still to come": (
        lambda p: p["links"][0]["appraisal"].update(checked_on="2026-02-02"),
        "links[nhs-dementia].appraisal.checked_on", "day-to-come"),
    "a guide that is due": (
        lambda p: p["guides"][0].update(review_by="2026-01-20"), "guides/evenings.md", "review-due"),
    "a pack that is due": (lambda p: p.update(review_by="2026-01-20"), "review_by", "review-due"),
    "a number that nobody read": (
        lambda p: p["helplines"][0].pop("checked_on"), "helplines[gb-example-line].checked_on", "number-not-checked"),
    "a number read long ago": (
        lambda p: p["helplines"][0].update(checked_on="2025-01-01"),
        "helplines[gb-example-line].checked_on", "number-due"),
    "a link without words": (
        lambda p: p["links"][0].pop("summary"), "links[nhs-dementia].summary", "no-summary"),
    "a group of which nothing is said": (
        lambda p: p["communities"][0].pop("moderated"), "communities[gb-dementia-support-forum]", "not-described"),
    "a picture of others without a name": (
        lambda p: p["pictures"][0].update(licence="CC BY 4.0", credit=""), "pictures[1].credit", "no-rights"),
    "many sources at once": (
        lambda p: p["sources"].extend(_sources(9)), "sources", "many-on"),
    "a language without words": (lambda p: p["languages"].append("fr"), "languages[3]", "no-translation"),
    "somebody in a note": (
        lambda p: p["helplines"][0].update(note="Ask for Joan on 07911 123456."),
        "helplines[gb-example-line].note", "personal-detail"),
    "somebody in a reason": (
        lambda p: p["links"][0]["appraisal"]["answers"][1].update(reason="Write to sam@example.org"),
        "links[nhs-dementia].appraisal.answers[2].reason", "personal-detail"),
    "somebody in a kit": (
        lambda p: p["dates"][0]["kits"][0].update(message="Mum is 83 and lives at 12 Acacia Avenue."),
        "dates[world-alzheimers-day].kits[1].message", "personal-detail"),
}  # fmt: skip


def test_each_thing_to_look_at_is_found_at_its_place(tmp_path: Path) -> None:
    usual = set(_found(tmp_path / "usual", example()))
    misses = []
    for number, (what, (change, where, fault)) in enumerate(CHANGES.items()):
        said = example()
        change(said)
        found = set(_found(tmp_path / str(number), said)) - usual
        if (where, fault) not in found and what != "nothing":
            misses.append((what, found))
    assert misses == []
    assert usual == {
        ("links[nhs-dementia].appraisal", "did-not-pass"),
        ("checklists/evening.md", "no-summary"),
        ("checklists/evening.md", "no-translation"),
        ("guides/evenings.md", "no-translation"),
    }


def test_texts_are_read_by_the_guard_and_for_their_grade(tmp_path: Path) -> None:
    long_words = "Multidisciplinary rehabilitation necessitates comprehensive interprofessional communication. " * 6
    files = {
        "guides/joan.md": HEADED + "Fine.\n\nJoan Smith, born 3 March 1941, NHS number 943 476 5919.\n",
        "guides/hard.md": HEADED.replace("When", "Why") + long_words,
        "guides/same.md": HEADED + "Fine.\n",
    }
    folder = write_pack_folder(tmp_path, small_manifest(languages=["en", "es"], words=[_spanish()]), files)
    found = _found_in(folder)
    assert ("guides/joan.md:8", "personal-detail") in found
    assert ("guides/hard.md", "hard-to-read") in found
    assert ("guides/same.md", "same-title") in found
    assert ("guides/hard.md", "no-translation") in found
    (folder / "settled.json").write_text(
        '{"kept": [{"where": "guides/joan.md", "text": "943 476 5919", "reason": "An example."}],'
        ' "keep_all_to_look_at": "Invented."}'
    )
    left = [each for each in _problems_in(folder) if each.fault is PackFault.PERSONAL_DETAIL]
    assert [(each.where, each.detail) for each in left] == [("guides/joan.md:8", "3 March 1941")]


def test_a_pack_with_nothing_inside_is_told_and_one_that_only_withdraws_has_something(tmp_path: Path) -> None:
    word = {"item": "old-tips", "reason": "Out of date.", "withdrawn_on": "2026-01-15"}
    manifests = {
        "empty": small_manifest(),
        "withdraws": small_manifest(withdrawals=[word]),
        "names": small_manifest(organisations=[{"id": "nhs", "name": "NHS"}]),
    }
    found = {name: _found_in(write_pack_folder(tmp_path / name, said)) for name, said in manifests.items()}
    assert found == {"empty": [("", "nothing-inside")], "withdraws": [], "names": []}
    broken = _found_in(write_pack_folder(tmp_path / "broken", small_manifest(links=[{"id": "x"}])))
    assert "nothing-inside" not in {fault for _, fault in broken}, "what is in it is not in order"


def test_what_was_found_at_the_addresses_is_told_where_they_stand(tmp_path: Path) -> None:
    word = {"address": "https://www.example.org/sold", "reason": "It was sold.", "withdrawn_on": "2026-11-20"}
    manifest = example()
    manifest["withdrawals"].append(word)
    folder = _write(tmp_path, manifest)
    made = make_ready(read_folder(folder), WORKSHOP)
    assert made.pack is not None
    addresses = addresses_of(made, made.pack)
    assert "https://www.nhs.uk/" in addresses, "links in texts are looked at too"
    assert "https://www.nhs.uk/feed.xml" in addresses
    assert word["address"] not in addresses, "nobody asks where a pack warns of going"
    states = {
        "https://www.nhs.uk/feed.xml": LinkState.CHANGED,
        NHS: LinkState.DEAD,
        "https://www.nhs.uk/": LinkState.MOVED,
        "https://www.nhs.uk/contact/": LinkState.FINE,
    }
    links = {address_key(url): _looked(url, state) for url, state in states.items()}
    found = {(each.where, each.fault.value): each for each in _problems_in(folder, links=links)}
    assert found["links[nhs-dementia].address", "dead"].severity is Severity.ERROR
    assert found["guides/evenings.md", "moved"].severity is Severity.WARNING
    assert not any("helplines" in where for where, _ in found)
    assert not any("sources" in where for where, _ in found), "a feed changes each day"
    gone = {address_key("https://www.nhs.uk/feed.xml"): _looked("https://www.nhs.uk/feed.xml", LinkState.DEAD)}
    told = [each.fault.value for each in _problems_in(folder, links=gone) if each.where.startswith("sources")]
    assert told == ["dead"]


def test_while_care_notes_are_locked_their_words_stay_a_problem(tmp_path: Path) -> None:
    problems = _problems_in(_write(tmp_path, example()), unchecked=True)
    told = [each for each in problems if each.fault is PackFault.PRIVATE_WORDS_UNCHECKED]
    assert [each.severity for each in told] == [Severity.ERROR]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"kept": [{"where": "a", "text": "b"}]}', id="without a reason"),
        pytest.param(b'{"kept": [{"where": "a", "text": "b", "reason": " "}]}', id="with an empty reason"),
        pytest.param(b'{"kept": [1]}', id="a number"),
        pytest.param(b"\xff", id="no text"),
    ],
)
def test_a_decision_without_a_reason_is_none(said: bytes) -> None:
    with pytest.raises(PackError):
        read_settled(said)


def test_every_fault_has_words() -> None:
    for fault in PackFault:
        words = problem_words(PackProblem(where="x", fault=fault, detail="2026-11-23"))
        assert words != fault.value, fault
        assert "{" not in words
        assert "!" not in words


def _sources(count: int) -> list[Any]:
    usual = {"title": "News", "language": "en", "country": "GB"}
    return [{**usual, "id": f"s-{n}", "address": f"https://www.nhs.uk/{n}.xml"} for n in range(count)]


def _spanish() -> Any:
    return {"language": "es", "title": "Tardes"}


def _looked(url: str, state: LinkState) -> LinkCheck:
    at = Millis(0)
    return LinkCheck(address_key=address_key(url), url=url, state=state, checked_at=at, next_due_at=at)


def _write(folder: Path, manifest: Any) -> Path:
    files: dict[str, str | bytes] = {
        "guides/evenings.md": GUIDE,
        "checklists/evening.md": CHECKLIST,
        "pictures/lamp.png": lamp(),
    }
    return write_pack_folder(folder, manifest, files)


def _found(folder: Path, manifest: Any) -> list[tuple[str, str]]:
    return _found_in(_write(folder, manifest))


def _found_in(folder: Path) -> list[tuple[str, str]]:
    return [(each.where, each.fault.value) for each in _problems_in(folder)]


def _problems_in(
    folder: Path,
    *,
    links: Mapping[str, LinkCheck] | None = None,
    unchecked: bool = False,
) -> tuple[PackProblem, ...]:
    def look(texts: Sequence[Words]) -> Looked:
        found = (scan(words.text, Knowledge()) if words.typed else () for words in texts)
        return Looked(found=tuple(found), unchecked=unchecked)

    read = read_folder(folder)
    made = make_ready(read, WORKSHOP)
    return check_pack(made, settled=read.settled, on=TODAY, look=look, links=links)
