"""What is said of a number: until when it counts, then that it is old; and never that somebody is there now."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from caregiver_app.bootstrap.help_choosing import Wanted, lines_for, lines_instead, words_to_try
from caregiver_app.library.typed_words import asks_for_emergency
from caregiver_app.model.help_lines import HelpDirectory, HelpLine
from caregiver_app.model.pack_help import HelplineKind, PackHelpline
from caregiver_app.support.helplines import Helpline, emergency_numbers, helplines, helplines_of, remark_of
from caregiver_app.support.i18n import speaking
from caregiver_app.support.sentences.answering import answering_words
from caregiver_app.support.sentences.groups import group_words
from caregiver_app.support.sentences.helplines import about_words, as_helpline, checked_words, name_words
from packmaking.people import all_communities, all_helplines

LINE = replace(helplines_of("GB")[0], checked_on=date(2026, 10, 1))


def test_a_number_says_until_when_it_counts_and_afterwards_that_it_is_old() -> None:
    fresh = "Read on their own page on 1 October 2026. Check again by 1 April 2027."
    assert checked_words(LINE, date(2026, 11, 23)) == checked_words(LINE, date(2027, 3, 31)) == fresh
    old = "Read on their own page on 1 October 2026. That is long ago: call to make sure."
    assert checked_words(LINE, date(2027, 4, 1)) == checked_words(LINE, date(2029, 1, 1)) == old


def test_a_number_that_nobody_read_says_so_at_any_time() -> None:
    unread = replace(LINE, checked_on=None)
    for today in (date(2026, 11, 23), date(2029, 1, 1)):
        assert checked_words(unread, today).startswith("We did not check this number")


def test_a_number_read_in_a_copy_names_the_page_and_the_day_and_sends_there() -> None:
    (line,) = (one for one in helplines_of("IE") if one.copy_read_on is not None)
    said = "Read in a copy of poisons.ie on 26 November 2026."
    assert checked_words(line, date(2026, 11, 27)) == said


def test_no_line_is_said_to_be_open_or_closed_now() -> None:
    """Hours are words here, not times: nobody can tell from them whether somebody answers."""
    for line in helplines():
        assert "now" not in about_words(line).lower().split()


def test_who_answers_an_emergency_number_has_a_name_in_each_language() -> None:
    with speaking("es-US"):
        said = {line.country: name_words(line) for line in emergency_numbers()}
        assert (said["US"], said["ES"], said["AU"]) == (
            "Servicios de emergencia",
            "Servicios de emergencia",
            "Triple Zero",
        )
        assert about_words(helplines_of("IE")[0]) == "También funciona el 999."
    assert name_words(_first("ES")) == name_words(_first("US")) == "Emergency services"


def _first(country: str) -> Helpline:
    return helplines_of(country)[0]


@pytest.mark.parametrize(
    ("tag", "typed", "kind"),
    [
        ("en-GB", "sleep", HelplineKind.CARING),
        ("es-ES", "dormir", HelplineKind.CARING),
        ("es-US", "quienes cuidan", HelplineKind.CARING),
        ("es-ES", "demencia", HelplineKind.CARING),
        ("es-ES", "cuidador", HelplineKind.CARING),
        ("es-ES", "hablar", HelplineKind.CRISIS),
        ("es-US", "veneno", HelplineKind.POISON),
        ("es-US", "intoxicación", HelplineKind.POISON),
        ("es-ES", "duelo", HelplineKind.GRIEF),
    ],
)
def test_a_line_is_found_by_plain_words_of_the_language_that_is_spoken(
    tag: str, typed: str, kind: HelplineKind
) -> None:
    """The library has the titles of topics in English."""
    topics = ("dementia",) if kind is HelplineKind.CARING else ()
    line = PackHelpline(
        id="one", name="Harbour", kind=kind, country="US", languages=(), phone="555 0100", topics=topics
    )
    directory = HelpDirectory(lines=(HelpLine(line=line),), topics={"dementia": "Dementia"})
    with speaking(tag):
        assert lines_for(directory, Wanted(words=typed)) == directory.lines
        assert lines_for(directory, Wanted(words="harbour zzz")) == ()


@pytest.mark.parametrize(
    "typed", ["afraid and lonely", "afraid at night", "wanted to die afraid", "afraid need to cry"]
)
def test_small_words_are_passed_over_so_that_the_others_find_their_need_alone(typed: str) -> None:
    abuse, crisis = (
        HelpLine(
            line=PackHelpline(id=kind.value, name="Harbour", kind=kind, country="US", languages=(), phone="555 0100")
        )
        for kind in (HelplineKind.ABUSE, HelplineKind.CRISIS)
    )
    directory = HelpDirectory(lines=(abuse, crisis), topics={})
    assert lines_for(directory, Wanted(words=typed)) == (crisis,)


@pytest.mark.parametrize(
    ("topic", "typed"),
    [
        ("stroke", ("ictus", "derrame cerebral", "embolia", "infarto cerebral", "ACV")),
        ("dementia", ("alzhéimer", "Alzheimer", "demencia", "memoria")),
        ("diabetes", ("azúcar", "azucar", "diabetes")),
        ("cancer", ("cáncer", "tumor", "quimio")),
        ("heart", ("infarto", "corazón", "tensión", "presión")),
        ("mental-health", ("depresión", "ansiedad")),
        ("end-of-life", ("fin de vida", "paliativos")),
    ],
)
def test_a_topic_is_found_by_what_people_call_it(topic: str, typed: tuple[str, ...]) -> None:
    line = PackHelpline(
        id="one",
        name="Harbour",
        kind=HelplineKind.HEALTH,
        country="US",
        languages=(),
        phone="555 0100",
        topics=(topic,),
    )
    directory = HelpDirectory(lines=(HelpLine(line=line),))
    with speaking("es-US"):
        assert [words for words in typed if not lines_for(directory, Wanted(words=words))] == []
    assert lines_for(directory, Wanted(words="ictus")) == ()


_IN_A_CRISIS = {
    "en-US": {
        HelplineKind.CRISIS: (
            "suicidal; suicide; kill myself; KILLING MYSELF; want to die; I don't want to live; depressed; panic; alone"
            "; scared; lonely; loneliness; hopeless; I can't cope; self-harm; crying all night"
        ),
        HelplineKind.ABUSE: "abused; beaten; my husband hits me; he threatens me; unsafe; violent",
        HelplineKind.POISON: "poisoned; poisoning; overdosed; pills; bleach; she swallowed bleach; took too many pills",
        HelplineKind.CARING: "exhausted; burnout; I'm so tired; alzheimers; Alzheimer’s; alzheimer; caregivers",
        HelplineKind.GRIEF: "mum died; funeral",
    },
    "es-ES": {
        HelplineKind.CRISIS: (
            "suicida; suicidio; matarme; me quiero matar; quiero morir; deprimida; pánico; panico; sola; solo"
            "; no puedo más; asustada; no quiero vivir"
        ),
        HelplineKind.ABUSE: "maltratada; me pega; mi marido me pega; me amenazan; violencia",
        HelplineKind.POISON: "envenenado; intoxicada; pastillas; lejía; lejia; tomó muchas pastillas; sobredosis",
        HelplineKind.CARING: "agotada; estoy agotado; cansada; alzhéimer; Alzheimer",
        HelplineKind.GRIEF: "duelo; viuda; funeral",
    },
}


@pytest.mark.parametrize("tag", sorted(_IN_A_CRISIS))
def test_words_that_people_type_in_a_crisis_lead_to_a_line_for_it(tag: str) -> None:
    directory = _one_of_each()
    with speaking(tag):
        found = {
            (kind, words): [each.line.kind for each in lines_for(directory, Wanted(words=words))]
            for kind, some in _IN_A_CRISIS[tag].items()
            for words in some.split("; ")
        }
        assert {key: kinds for key, kinds in found.items() if key[0] not in kinds} == {}
        assert [key for key, kinds in found.items() if kinds[0] not in (key[0], HelplineKind.CRISIS)] == []
        assert lines_for(directory, Wanted(words="zzz")) == ()


def test_words_that_no_line_has_lead_to_the_emergency_number_and_to_somebody_to_talk_to() -> None:
    directory = HelpDirectory(lines=tuple(each for each in _one_of_each().lines if each.line.kind.value != "poison"))
    said = {
        "en-US": ("911", "999", "112", "stroke", "heart attack", "choking", "ambulance", "she's unconscious"),
        "es-ES": ("112", "911", "derrame", "infarto", "ambulancia", "no respira", "se ahoga"),
    }
    for tag, typed in said.items():
        with speaking(tag):
            assert [words for words in typed if not asks_for_emergency(words)] == []
            assert [words for words in ("zzz", "harbour", "1", "") if asks_for_emergency(words)] == []
            (crisis,) = lines_instead(directory, Wanted(country="US", words="zzz"))
            assert crisis.line.kind is HelplineKind.CRISIS
    health, crisis = lines_instead(directory, Wanted(country="US", words="bleach"))
    assert (health.line.kind, crisis.line.kind) == (HelplineKind.HEALTH, HelplineKind.CRISIS)


def test_words_to_try_find_something_where_one_is() -> None:
    every = HelpDirectory(lines=tuple(HelpLine(line=line) for line in all_helplines()))
    tried = {}
    for tag, country in (("en", "GB"), ("en", "US"), ("es", "US"), ("es", "ES")):
        with speaking(tag):
            tried[tag, country] = words_to_try(every, Wanted(country=country, words="zzz"), groups=False)
    assert tried["en", "US"] == ("talk", "poison", "carers")
    assert tried["es", "US"] == ("hablar", "veneno", "cuidar")
    assert tried["en", "GB"] == ("talk", "carers")
    assert tried["es", "ES"] == ("hablar", "veneno", "cuidar")
    assert words_to_try(every, Wanted(country="US", words="zzz"), groups=True) == ()


def test_lines_that_answer_in_spanish_too_say_how_and_are_found_by_it() -> None:
    every = HelpDirectory(lines=tuple(HelpLine(line=line) for line in all_helplines()))
    spanish = lines_for(every, Wanted(country="US", language="es"))
    with speaking("es-US"):
        said = {each.line.phone: about_words(as_helpline(each.line)) for each in spanish}
    assert "En español: presione 2 o envíe el mensaje AYUDA." in said["988"]
    assert "En español: presione 2." in said["1-800-272-3900"]
    assert len(said) == 2, "of no other line we know"


def _one_of_each() -> HelpDirectory:
    lines = [
        PackHelpline(
            id=kind.value,
            name="Harbour",
            kind=kind,
            country="US",
            languages=(),
            phone="555 0100",
            topics=("dementia",) if kind is HelplineKind.CARING else (),
        )
        for kind in HelplineKind
    ]
    return HelpDirectory(lines=tuple(HelpLine(line=line) for line in lines))


_ENGLISH = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Daily|days|Text|Press|Choose|works|[\d:]+[ap]m)\b|24/7")


def test_hours_and_notes_of_all_lines_that_ship_are_said_in_spanish() -> None:
    lines = (*helplines(), *map(as_helpline, all_helplines()))
    for spoken in ("es-ES", "es-US"):
        with speaking(spoken):
            left = {said for line in lines if _ENGLISH.search(said := about_words(line))}
            unread = {line.hours for line in lines if line.hours and answering_words(line.hours) == line.hours}
        assert (left, unread) == (set(), set())
    assert {line.note for line in lines if line.note and remark_of(line.note) is None} == set()


def test_all_that_is_said_of_groups_that_ship_is_said_in_spanish() -> None:
    said = {
        words
        for group in all_communities()
        for words in (group.summary, group.moderated, *group.safe_to_post, *group.better_not)
        if words
    }
    assert {words: group_words(words) for words in said} == {words: words for words in said}
    with speaking("es"):
        assert {words for words in said if group_words(words) == words} == set()
        assert group_words("Only on Mondays.") == "Only on Mondays.", "a pack of somebody else says it so"


def test_hours_are_written_as_the_language_writes_days_and_times() -> None:
    shop = replace(LINE, country="GB", note="", hours="Mon, Wed-Fri 9:30am-12pm; Tue 1pm-midnight")
    with speaking("es-ES"):
        assert about_words(shop) == "Lunes, de miércoles a viernes, de 9:30 a 12:00; martes, de 13:00 a medianoche"
        assert about_words(replace(shop, hours="Mon-Fri 9am-5pm; Mon and Thu to 8pm")) == (
            "De lunes a viernes, de 9:00 a 17:00; lunes, jueves hasta 20:00"
        )
        odd = ("Mon-Fri 9-5", "Mon-Fri 9am-5pm, not in May", "Moonday 9am-5pm", "when the moon is full")
        assert [about_words(replace(shop, hours=hours)) for hours in odd] == list(odd)
        for hour in (
            "99am",
            "13am",
            "0pm",
            "00am",
            "9:99am",
            "9:60am",
            "9:5am",
            "\u0669am",
            "\uff19am",
            "009am",
            "9AM",
        ):
            hours = f"Mon-Fri {hour}-5pm"
            assert about_words(replace(shop, hours=hours)) == hours, "no clock shows it"
    with speaking("es-US"):
        text = replace(shop, note="Text HELLO.", hours="Mon-Fri 10am-8pm AEST/AEDT")
        assert about_words(text).replace("\u202f", " ") == (
            "De lunes a viernes, de 10:00 a.m. a 8:00 p.m. (hora del este de Australia)  ·  "
            "Envíe la palabra HELLO en un mensaje de texto."
        )
    assert about_words(shop) == shop.hours, "in English the words of the table stay"
