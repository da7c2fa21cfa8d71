"""The packs that ship: made from tables and our own texts, opened like anybody's, honest about what they have."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import make_packs
from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.pack_making import PackMaking
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.links.tokens import has_token
from caregiver_app.model.awareness import DateRule, rule_holds
from caregiver_app.model.pack import OpenedPack, Pack
from caregiver_app.model.pack_help import HelplineKind
from caregiver_app.model.pack_places import PackSource
from caregiver_app.model.pack_problem import PackFault
from caregiver_app.packs.opening import open_pack
from caregiver_app.packs.records import json_of, leaves_of
from caregiver_app.support.helplines import emergency_numbers
from caregiver_app.support.reading import grade
from caregiver_app.support.resources import resource
from packmaking.assembling import make_pack, pack_ids
from packmaking.choosing import AT_MOST_ON
from packmaking.hours import hours_of
from packmaking.tables import table
from tests.helpers.clock import StillClock
from tests.helpers.packs import WORKSHOP

MOST_GRADE = 8.0
LISTS = ("organisations", "sources", "pages", "links", "guides", "checklists", "communities", "helplines", "dates")
OF_ONE_COUNTRY = re.compile(
    r"\b(neighbou?r|colou?r|behaviou?r|favou?r|organi[sz]|reali[sz]e|cent(?:er|re)\b|program(?:me)?\b|mum|mom\b|chemist|"
    r"drugstore|zip code|postcode|GP\b|cell ?phone|diaper|nappy)",
    re.IGNORECASE,
)
"""Words that one half of the readers of English would spell or say otherwise."""


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(map(make_pack, pack_ids()))


@cache
def opened(identifier: str) -> OpenedPack:
    return open_pack(resource("resources", "packs", f"{identifier}.pack").read_bytes(), WORKSHOP)


def asked(pack: Pack) -> tuple[PackSource, ...]:
    return (*pack.sources, *pack.pages)


def texts() -> Iterator[tuple[str, str, str]]:
    """Yield the place, the language and the words of each text, without the pages at its end."""
    for pack in packs():
        for text in (*pack.guides, *pack.checklists):
            words = opened(pack.id).texts[text.file].text
            yield f"{pack.id}/{text.file}", text.language, re.split("Where to read on|Dónde leer más", words)[0]


def test_the_script_makes_the_files_that_ship_to_the_byte() -> None:
    assert make_packs.stale_files(make_packs.make_packs()) == []


def test_each_passes_the_check_of_packs_but_for_numbers_that_nobody_read(tmp_path: Path) -> None:
    """As `pack check` says it, which would name anything else that is missing, due, double or hard to read."""
    make_packs.write_folders(tmp_path / "packs")
    clock = StillClock()
    making = PackMaking(Guarding(Care(Paths(data_dir=tmp_path), clock)), Appraising(clock), lambda: WORKSHOP)
    for identifier in pack_ids():
        problems = making.check(tmp_path / "packs" / identifier).problems
        assert {problem.fault for problem in problems} <= {PackFault.NUMBER_NOT_CHECKED}, identifier


def test_the_list_names_each_pack_with_its_hash() -> None:
    listed = json.loads(resource("resources", "packs", "list.json").read_text(encoding="utf-8"))
    assert [each["id"] for each in listed] == list(pack_ids())
    for each in listed:
        data = resource("resources", "packs", f"{each['id']}.pack").read_bytes()
        assert (each["sha256"], each["size_bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
        assert opened(each["id"]).pack.version == each["version"]


def test_ten_packs_bring_guides_and_a_checklist_each_and_all_of_them_in_spanish_too() -> None:
    assert len(pack_ids()) == 10
    for pack in packs():
        for kind, least in ((pack.guides, 3), (pack.checklists, 1)):
            english = {text.id for text in kind if text.language == "en"}
            assert len(english) >= least, pack.id
            assert {text.translation_of for text in kind if text.language == "es"} == english, pack.id
        assert {words.language for words in pack.words} == {"es"}


def test_every_text_is_easy_to_read_from_its_beginning_to_its_end() -> None:
    hard = [
        (place, found)
        for place, language, words in texts()
        for part in (words, words[700:])
        if (found := grade(part, language)) is not None and found > MOST_GRADE
    ]
    assert hard == []


def test_texts_in_english_are_spelled_as_all_their_readers_spell() -> None:
    found = [
        (place, match[0])
        for place, language, words in texts()
        if language == "en" and (match := OF_ONE_COUNTRY.search(words))
    ]
    assert found == []


def test_texts_name_no_numbers_to_call_since_these_change() -> None:
    assert [place for place, _, words in texts() if re.search(r"\d[\d -]{4,}\d", words)] == []


def test_every_text_says_who_wrote_it_and_where_to_read_on() -> None:
    for pack in packs():
        for text in (*pack.guides, *pack.checklists):
            assert text.by, text.id
            assert ("makers of Caregiver" in text.by) is (text.language == "en"), text.id
        assert all(text.read_on for text in pack.guides)


def test_nothing_counts_as_checked_by_a_person() -> None:
    for pack in packs():
        assert not [leaf.where for leaf in leaves_of(pack) if "appraisal" in leaf.where]
        assert {link.read_on for link in pack.links} == {None}
        assert {group.checked_on for group in pack.communities} <= {None}


def test_what_stands_in_two_packs_is_the_same_in_both() -> None:
    seen: dict[str, object] = {}
    for pack in packs():
        for name in LISTS:
            for each in getattr(pack, name):
                assert seen.setdefault(each.id, json_of(each)) == json_of(each), each.id


def test_at_most_eight_sources_of_a_pack_and_country_are_on_by_default() -> None:
    for pack in packs():
        on = [each for each in asked(pack) if not each.asks_first]
        assert all(each.topics for each in on), pack.id
        counted = Counter(each.country.partition("-")[0] for each in on)
        assert max(counted.values()) <= AT_MOST_ON, (pack.id, counted)


def test_readers_of_spanish_find_something_switched_on_where_there_is_something() -> None:
    for pack in packs():
        spanish = [each for each in asked(pack) if each.language == "es" and each.asks_first in ("", "enough")]
        assert not spanish or any(not each.asks_first for each in spanish), pack.id


def test_only_good_evidence_ships() -> None:
    low = {
        row["id"]
        for name in ("helplines.csv", "communities.csv", "awareness.csv")
        for row in table(name)
        if row["confidence"] == "low"
    }
    corrected = {row["id"] for row in table("helpline_corrections.csv") if row["value"] == "low"}
    named = [leaf for pack in packs() for leaf in leaves_of(pack) if leaf.where.endswith("].id")]
    shipped = {leaf.value.partition("-")[2] for leaf in named}
    assert low
    assert not shipped & (low | corrected)


def test_lines_for_crisis_and_abuse_were_read_on_their_own_site() -> None:
    lines = [line for pack in packs() for line in pack.helplines]
    for line in lines:
        if line.kind in (HelplineKind.CRISIS, HelplineKind.ABUSE):
            assert line.checked_on is not None, line.id
        assert not line.hours or line.checked_on is not None, line.id
    assert {line.kind for line in lines} == set(HelplineKind)


def test_no_emergency_number_is_among_the_lines() -> None:
    emergency = {(line.state, line.phone) for line in emergency_numbers()}
    assert ("GB", "999") in emergency
    for pack in packs():
        assert not emergency & {(line.country[:2], line.phone) for line in pack.helplines}


def test_addresses_carry_nobodys_token() -> None:
    found = [leaf.value for pack in packs() for leaf in leaves_of(pack) if leaf.where.endswith("].address")]
    assert found
    assert not [address for address in found if has_token(address)]


def test_days_that_move_have_no_date_and_fund_raising_is_marked() -> None:
    days = {day.id: day for pack in packs() for day in pack.dates}
    assert all(rule_holds(day.rule, day.when) for day in days.values())
    assert days["day-carers-rights-day-gb"].rule is DateRule.FLOATING
    assert days["day-world-stroke-day"].when == "10-29"
    assert {name for name, day in days.items() if day.fund_raising} == {
        "day-great-daffodil-appeal-gb",
        "day-macmillan-coffee-morning-gb",
        "day-movember",
    }
    assert [day.id for day in days.values() if {kit.language for kit in day.kits} != {"en", "es"}] == []
    assert [kit.facts for kit in days["day-world-stroke-day"].kits] == [
        ("It falls on 29 October each year.",),
        ("Es cada año el 29 de octubre.",),
    ]


def test_texts_to_share_name_our_own_texts_and_pages_that_may_be_passed_on() -> None:
    for pack in packs():
        known = {organisation.id for organisation in pack.organisations if organisation.known}
        sound = {link.id for link in pack.links if link.organisation in known}
        sound |= {text.id for text in (*pack.guides, *pack.checklists)}
        assert {link for day in pack.dates for kit in day.kits for link in kit.links} <= sound, pack.id


def test_a_pack_says_what_it_lacks_for_a_country() -> None:
    said = {(pack.id, gap.country): gap.words for pack in packs() for gap in pack.gaps}
    assert said["dementia", "IE"] == "No source, no page to read, no helpline and no online group of this country yet."
    assert said["diabetes", "GB"] == "No page to read of this country yet."
    assert ("dementia", "GB") not in said


@pytest.mark.parametrize(
    ("written", "country", "understood"),
    [
        ("24/7", "US", "mon-sun 00:00-24:00 America/New_York"),
        ("Mon-Fri 9am-5pm", "GB-SCT", "mon-fri 09:00-17:00 Europe/London"),
        ("Mon, Wed-Fri 9:30am-5pm; Tue 1pm-8pm", "GB", "mon-fri 09:30-17:00, tue-tue 13:00-20:00 Europe/London"),
        ("Mon-Fri 10am-8pm AEST/AEDT", "AU", "mon-fri 10:00-20:00 Australia/Sydney"),
        ("Daily 8am-midnight AEST/AEDT", "AU", "mon-sun 08:00-24:00 Australia/Sydney"),
        ("Daily 12am-12pm", "IE", "mon-sun 00:00-12:00 Europe/Dublin"),
        ("Mon-Fri 9am-5pm", "US", ""),  # which of its clocks?
        ("Mon-Fri 9am-5pm; Mon and Thu to 8pm", "GB", ""),
        ("24/7 (South Australia 8:30am-10pm)", "AU", ""),
        ("7 days a week", "GB", ""),
        ("Mon-Fri", "GB", ""),
        ("24/7", "INT", ""),
        ("", "GB", ""),
    ],
)
def test_opening_hours_count_only_where_every_word_is_understood(written: str, country: str, understood: str) -> None:
    hours, zone = hours_of(written, country)
    said = ", ".join(f"{each.days[0]}-{each.days[-1]} {each.opens}-{each.closes}" for each in hours)
    assert f"{said} {zone}".strip() == understood
