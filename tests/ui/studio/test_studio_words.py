"""What the studio says of a pack and of places in it, without a window."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.model.pack import Pack
from caregiver_app.model.pack_problem import PackFault, PackProblem
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.records import pack_from
from caregiver_app.ui.studio.contents.entries import entries_of
from caregiver_app.ui.studio.looking.look_words import problem_line, whole_words
from caregiver_app.ui.studio.looking.place_words import place_words, titles_of
from caregiver_app.ui.studio.looking.work import Looked
from caregiver_app.ui.studio.place import Place, place_of, place_of_problem
from caregiver_app.ui.studio.steps import CONTENTS, THE_PACK, WRITE, step_looks, step_makers, steps_for
from caregiver_app.ui.studio.the_pack.head_fields import (
    gaps_said,
    gaps_typed,
    said_of,
    topics_in,
    typed_of,
    understood,
    words_in,
)
from caregiver_app.ui.theme import Tone
from tests.helpers.packs import example

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def pack() -> Pack:
    made = pack_from(example(), Problems())
    assert made is not None
    return made


def test_what_is_missing_in_a_text_leads_to_its_field() -> None:
    file = "guides/evenings.md"
    missing = PackProblem(where=file, fault=PackFault.NO_SUMMARY)
    assert place_of_problem(missing) == Place(where=file, file=file, field="summary")
    for where, fault in ((file, PackFault.NO_TRANSLATION), ("links[x].summary", PackFault.NO_SUMMARY)):
        assert place_of_problem(PackProblem(where=where, fault=fault)) == place_of(where)


def test_places_are_taken_apart_and_lead_to_the_step_that_shows_them() -> None:
    listed = Place(where="links[us-nia].address", listed="links", entry="us-nia", field="address")
    kit = Place(where="dates[a].kits[1].title", listed="dates", entry="a", field="kits[1].title")
    expected = {
        "links[us-nia].address": (listed, WRITE),
        "dates[a].kits[1].title": (kit, WRITE),
        "links[3].id": (Place(where="links[3].id", listed="links", entry="3", field="id"), WRITE),
        "links[x].appraisal.check_by": (
            Place(where="links[x].appraisal.check_by", listed="links", entry="x", field="appraisal.check_by"),
            CONTENTS,
        ),
        "withdrawals[2].reason": (
            Place(where="withdrawals[2].reason", listed="withdrawals", entry="2", field="reason"),
            CONTENTS,
        ),
        "guides/evenings.md:12": (Place(where="guides/evenings.md:12", file="guides/evenings.md", line=12), WRITE),
        "pictures/Odd Name.png": (Place(where="pictures/Odd Name.png", file="pictures/Odd Name.png"), WRITE),
        "countries[2]": (Place(where="countries[2]", field="countries[2]"), THE_PACK),
        "title": (Place(where="title", field="title"), THE_PACK),
        "": (Place(where=""), THE_PACK),
        "../x": (Place(where="../x"), THE_PACK),
    }
    assert {where: (place_of(where), steps_for(place_of(where))[0]) for where in expected} == expected
    assert place_of("countries[2]").first_field == "countries"
    assert [look.key for look in step_looks()] == list(step_makers())


def test_places_are_said_in_words_the_widest_thing_first(pack: Pack) -> None:
    titles = titles_of(pack)
    said = {
        "links[nhs-dementia].address": "Web pages  ·  Dementia guide  ·  Web address",
        "links[nhs-dementia].appraisal": "Web pages  ·  Dementia guide  ·  its check",
        "guides/evenings.md:12": "When evenings feel harder  ·  guides/evenings.md  ·  line 12",
        "withdrawals[1].item": "Withdrawn  ·  old-evening-tips",
        "review_by": "To be looked at again by",
        "topics[2]": "Topics",
        "printing.first[1]": "How it is printed",
        "": "The whole pack",
    }
    assert {where: place_words(place_of(where), titles) for where in said} == said
    assert place_words(place_of("links[x]"), titles_of(None)) == "Web pages  ·  x"


def test_what_a_pack_holds_is_listed_with_its_state(pack: Pack) -> None:
    entries = {entry.line.key: entry for entry in entries_of(pack, DAY)}
    assert len(entries) == pack.items + len(pack.organisations) + len(pack.withdrawals)
    pills = {key: entry.line.pill.text for key, entry in entries.items() if entry.line.pill is not None}
    assert pills == {
        "organisations example-charity": "Not checked",
        "links nhs-dementia": "Does not count as checked",
        "helplines gb-example-line": "Look at again",
        "withdrawals 1": "Withdrawn",
    }
    assert entries["links nhs-dementia"].address == "https://www.nhs.uk/conditions/dementia/"
    assert entries["guides example-evenings"].file == "guides/evenings.md"
    assert entries["links nhs-dementia"].line.facts == "www.nhs.uk  ·  United Kingdom"
    assert entries["dates world-alzheimers-day"].line.facts == ""
    early = {entry.line.key: entry.line.pill for entry in entries_of(pack, date(2026, 1, 20))}
    pill = early["helplines gb-example-line"]
    assert pill is not None
    assert pill.text == "Number checked"


def test_a_look_is_summed_up_and_each_thing_is_one_line() -> None:
    wrong = PackProblem(where="title", fault=PackFault.TOO_LONG, detail="200")
    light = PackProblem(where="links[x].summary", fault=PackFault.NO_SUMMARY)
    said = [
        whole_words(Looked(problems=problems, titles={}, links=links))
        for problems, links in (((), ()), ((light,), None), ((wrong, light), None), ((wrong,), ()))
    ]
    assert [tone for tone, _icon, _heading, _text in said] == [Tone.OK, Tone.INFO, Tone.WARN, Tone.WARN]
    assert [heading for _tone, _icon, heading, _text in said] == [
        "Nothing is wrong with this pack.",
        "This pack can be signed.",
        "1 thing to mend first.",
        "1 thing to mend first.",
    ]
    assert said[2][3] == "1 thing is for you to judge. Its links were not looked at."
    assert said[3][3] == "Its links were looked at too."
    assert problem_line(4, wrong, {}).spoken == "This is too long. At most 200 characters. Name of the pack. To mend."


def test_what_is_typed_of_a_pack_comes_back_as_the_manifest_has_it() -> None:
    raw = example()
    typed = typed_of(raw)
    said = said_of({**typed, "languages": " en;es  en", "countries": "gb ie"}, topics_in(raw))
    assert said["languages"] == ["en", "es"]
    assert said["countries"] == ["GB", "IE"]
    assert {key: said[key] for key in ("title", "publisher", "licence", "review_by", "topics")} == {
        key: raw[key] for key in ("title", "publisher", "licence", "review_by", "topics")
    }
    assert typed_of({"title": 7, "languages": ["en", 3]})["languages"] == "en"
    assert typed_of({"title": 7})["title"] == ""
    assert topics_in({"topics": "dementia"}) == ()
    assert gaps_said(gaps_typed(raw)) == raw["gaps"]
    assert gaps_said("ie No colon\n: \n") == [{"country": "IE NO COLON", "words": ""}, {"country": "", "words": ""}]
    assert gaps_typed({"gaps": [7, {"country": 1}]}) == ": "
    assert words_in(raw) == tuple(raw["words"])
    assert words_in({"words": [7]}) == ()
    assert understood("languages", "en, es") == "English, Spanish"
    assert understood("countries", "GB") == "United Kingdom"
    assert understood("title", "en") == ""
