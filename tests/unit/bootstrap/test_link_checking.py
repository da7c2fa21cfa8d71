"""A link or a message is answered with what the library knows: standing, subject, reply; nothing is written."""

from __future__ import annotations

import functools
import gc
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.named_topics import named_topics
from caregiver_app.library.offline_storing import FetchedPage
from caregiver_app.library.store import Library
from caregiver_app.library.word_forms import stem_of
from caregiver_app.links.lookalikes import KnownNames
from caregiver_app.model.article import ItemId, ItemKind, Trust
from caregiver_app.model.card import ToShare
from caregiver_app.model.forwarded import LONGEST_CHARS, MOST_LINKS, Checked, KindReply, LinkSign
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import Validators
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.support.i18n import ORIGINAL, use_language
from caregiver_app.support.sentences.checked_links import (
    link_verdict,
    named_in_help,
    sign_reason,
    sign_reasons,
    standing_sentences,
)
from caregiver_app.support.sentences.forwarded import reply_without_page
from caregiver_app.trust.known_sites import known_sites
from caregiver_app.vault.records.medicines import MedicineText
from tests.helpers.appraisals import NO, article, draft
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.command_line import ROOT
from tests.helpers.entries import a_text
from tests.helpers.forwarded import HOST, MIRACLE, fill_with_known, vouch_for
from tests.helpers.held import all_objects
from tests.helpers.installing import NORTHFIELD, VETTED, a_guide, a_line, install, pack_of
from tests.helpers.library_files import APage, add_pages, add_source, item_titled
from tests.helpers.silent_door import SilentDoor
from tests.helpers.starter import begin_started
from tests.helpers.vaults import PASSPHRASE, locked_care

EVENINGS = "Evenings with dementia: what helps"
ON_FOOD = "Dementia and food"
CACHE = type(functools.lru_cache(len))
SUBJECT = "Dementia: food and supper powder in the evening, ask about food"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = build_services(
        Paths(data_dir=begin_started(tmp_path / "data")), clock=StillClock(), fetcher=SilentDoor()
    )
    yield services
    services.close()


@pytest.fixture
def library(services: Services) -> Iterator[Library]:
    library = services.open_library()
    fill_with_known(library)
    yield library
    library.close()


def titles(checked: Checked) -> list[str]:
    return [row.title for row in checked.related]


def appraise(services: Services, library: Library, title: str) -> ItemId:
    item_id = item_titled(library, title)
    services.appraising.appraise(library, draft(article(item_id)))
    return item_id


def test_a_text_of_a_pack_is_not_the_page_whose_address_it_names(services: Services, library: Library) -> None:
    page = f"https://{HOST}/nights"
    before = services.link_checking.check(library, page).links[0].stamp
    guide = {**a_guide("cure"), "title": "Nights", "address": page, "appraisal": VETTED}
    install(library, pack_of("cures", texts={"guides/cure.md": "Stop all tablets.\n"}, guides=[guide]), NORTHFIELD)
    (found,) = services.link_checking.check(library, page).links
    assert (found.in_library, found.stamp) == (None, before)


def test_what_a_person_checked_comes_before_what_fits_better(services: Services, library: Library) -> None:
    message = "evening supper with dementia"
    assert titles(services.link_checking.check(library, message)) == [EVENINGS, ON_FOOD]
    appraise(services, library, ON_FOOD)
    checked = services.link_checking.check(library, message)
    assert titles(checked) == [ON_FOOD, EVENINGS]
    assert [row.trust for row in checked.related] == [Trust.CHECKED, Trust.WELL_KNOWN_SOURCE]


def test_ones_own_source_is_no_answer_until_it_was_checked(services: Services, library: Library) -> None:
    message = "Does lemon with baking soda end dementia?"
    assert "Lemon and baking soda end dementia" not in titles(services.link_checking.check(library, message))
    appraise(services, library, "Lemon and baking soda end dementia")
    assert titles(services.link_checking.check(library, message))[0] == "Lemon and baking soda end dementia"


def test_what_did_not_pass_or_was_taken_back_is_no_answer(services: Services, library: Library) -> None:
    failed = item_titled(library, EVENINGS)
    services.appraising.appraise(library, draft(article(failed), selling=NO))
    appraise(services, library, ON_FOOD)
    services.appraising.withdraw(library, article(item_titled(library, ON_FOOD)))
    checked = services.link_checking.check(library, SUBJECT)
    assert checked.in_general == "dementia"
    assert not {EVENINGS, ON_FOOD}.intersection(titles(checked))


def test_pages_of_a_site_that_only_the_starter_names_come_last(services: Services, library: Library) -> None:
    listed = add_source(library, "Plain", host="plain.example.org", at=MONDAY)
    vouch_for(library, "Plain", "plain.example.org", register="")
    add_pages(library, listed, [APage(title="Evenings with dementia in full")], at=MONDAY)
    checked = services.link_checking.check(library, "evenings with dementia in full")
    assert titles(checked)[-1] == "Evenings with dementia in full"
    assert checked.related[-1].trust is Trust.NOT_CHECKED


def test_the_reply_is_a_card_of_the_first_page_that_may_be_passed_on(services: Services, library: Library) -> None:
    checked = services.link_checking.check(library, MIRACLE)
    assert f"https://{HOST}/evenings" in checked.reply.text
    assert "Not checked by a person." in checked.reply.text
    assert services.link_checking.check(library, "Pyramids sharpen blades").reply.text == reply_without_page()


def test_a_page_with_words_of_open_care_notes_is_not_in_the_reply(tmp_path: Path) -> None:
    begin_started(tmp_path / "data")
    locked_care(tmp_path / "data")
    services = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    with closing(services), closing(services.open_library()) as library:
        fill_with_known(library)
        locked = services.link_checking.check(library, SUBJECT)
        assert titles(locked) == [ON_FOOD, EVENINGS]
        assert ON_FOOD in locked.reply.text
        assert locked.reply.unchecked

        services.care.unlock(PASSPHRASE)
        note_medicine(services, "Food")
        opened = services.link_checking.check(library, SUBJECT)
        assert titles(opened) == [ON_FOOD, EVENINGS]
        assert EVENINGS in opened.reply.text
        assert ON_FOOD not in opened.reply.text
        assert not opened.reply.unchecked
        note_medicine(services, "Evenings")
        assert services.link_checking.reply(library, locked.related) == KindReply(text=reply_without_page())


def note_medicine(services: Services, name: str) -> None:
    with closing(services.care.open()) as vault:
        vault.medicines.add(MedicineText(name=name), at=MONDAY)


def test_a_page_that_is_gone_by_now_goes_with_no_reply(services: Services, library: Library) -> None:
    (first, *_more) = services.link_checking.check(library, MIRACLE).related
    gone = replace(first, id=ItemId(987_654))
    assert services.link_checking.reply(library, [gone]).text == reply_without_page()


def test_the_worst_link_stands_first(services: Services, library: Library) -> None:
    text = f"https://{HOST}/a https://nobody.example.net/b https://bit.ly/3abc https://harbour-dementia.com/d"
    given = [link.look.given for link in services.link_checking.check(library, text).links]
    assert given == [
        "https://harbour-dementia.com/d",
        "https://bit.ly/3abc",
        "https://nobody.example.net/b",
        f"https://{HOST}/a",
    ]


def test_whose_site_it_is_is_known_also_without_its_www(services: Services, library: Library) -> None:
    vouch_for(library, "Coast Carers", "www.coast-carers.org")
    for address in ("https://www.coast-carers.org/a", "https://coast-carers.org/a", "coast-carers.org"):
        (link,) = services.link_checking.check(library, address).links
        assert (link.stamp.organisation, link.stamp.trust) == ("Coast Carers", Trust.WELL_KNOWN_SOURCE)
        assert "Not checked by a person." in " ".join(standing_sentences(link))


def test_an_organisation_that_came_later_is_known_too(services: Services, library: Library) -> None:
    address = "https://coast-carers-refund.com/"
    (link,) = services.link_checking.check(library, address).links
    assert link.look.imitates is None
    vouch_for(library, "Coast Carers", "coast-carers.org")
    (link,) = services.link_checking.check(library, address).links
    assert link.look.imitates is not None


def test_the_page_itself_is_found_whatever_hangs_on_its_address(services: Services, library: Library) -> None:
    checked = services.link_checking.check(library, f"http://www.{HOST}/evenings/?utm_source=x#top")
    (link,) = checked.links
    assert link.in_library is not None
    assert link.in_library.title == EVENINGS
    assert titles(checked)[0] == EVENINGS


def test_a_form_for_telephones_gives_way_to_the_page_itself(services: Services, library: Library) -> None:
    host = f"nights.{HOST}"
    source = add_source(library, "Harbour Dementia Trust", host=host, at=MONDAY)
    add_pages(library, source, [APage(title="Nights", slug="nights/amp")], at=MONDAY)
    item_id = item_titled(library, "Nights")
    keep_page(library, item_id, canonical=f"https://{host}/nights")
    (link,) = services.link_checking.check(library, f"https://{host}/nights/amp").links
    assert (link.look.clean.output, link.look.clean.removed) == (f"https://{host}/nights", ("variant",))
    assert LinkSign.TRACKING not in link.signs
    (candidate,) = services.sharing.candidates(
        library, [ToShare(subject=Subject(kind=SubjectKind.ARTICLE, id=item_id))]
    )
    assert candidate.card is not None
    assert candidate.card.link == f"https://{host}/nights"


def keep_page(library: Library, item_id: ItemId, *, canonical: str) -> None:
    page = FetchedPage(text=a_text("Nights", "A calm night. " * 90), validators=Validators(), canonical=canonical)
    library.offline_copies.want([item_id], at=MONDAY)
    library.offline_storing.put_page(item_id, page, at=MONDAY)


def test_a_page_whose_check_was_taken_back_says_so(services: Services, library: Library) -> None:
    item_id = appraise(services, library, EVENINGS)
    services.appraising.withdraw(library, article(item_id))
    (link,) = services.link_checking.check(library, f"https://{HOST}/evenings").links
    assert link.signs == (LinkSign.WITHDRAWN,)
    assert link_verdict(link).to_do == "Do not pass it on."


def test_what_sends_on_to_a_stranger_is_not_the_page_of_whose_site_it_begins_at(
    services: Services, library: Library
) -> None:
    (link,) = services.link_checking.check(library, f"https://{HOST}/login?next=https://evil.example.com/a").links
    assert (link.stamp.own_site, link.stamp.trust) == (False, Trust.NOT_CHECKED)
    assert link_verdict(link).happened == "This link may lead on to evil.example.com."
    assert HOST in link_verdict(link).means


def test_every_sign_and_verdict_has_its_words(services: Services, library: Library) -> None:
    addresses = (
        *("https://harbour-dementia.com/", "https://harbour-dernentia.org/", "https://my-harbour-dementia.org/"),
        *(
            "https://bit.ly/3abc",
            "https://x.list-manage.com/track/click?u=1",
            "http://192.168.0.1/",
            "https://1.1.1.1/",
        ),
        *("https://a@example.net:81/", "https://www.youtube.com/watch?v=a", "https://bücher.example.net/a"),
        *(
            "https://example.net/ann@example.net",
            "https://example.net/a?member=90210",
            "https://example.net/" + "a" * 9000,
        ),
    )
    for address in addresses:
        for link in services.link_checking.check(library, address).links:
            assert link_verdict(link).happened.endswith(".")
            assert all(sign_reason(sign, link).endswith(".") for sign in LinkSign)


def test_long_texts_and_many_links_are_cut(services: Services, library: Library) -> None:
    many = services.link_checking.check(library, " ".join(f"https://s{n}.example.net/" for n in range(MOST_LINKS + 3)))
    assert (len(many.links), many.left_out) == (MOST_LINKS, 3)
    assert services.link_checking.check(library, "a " * LONGEST_CHARS).cut
    assert services.link_checking.check(library, "").links == ()


def test_nothing_is_written_and_nobody_asked(services: Services, library: Library, tmp_path: Path) -> None:
    before = bytes_in(tmp_path)
    services.link_checking.check(library, f"{MIRACLE} zanzibarine")
    assert bytes_in(tmp_path) == before
    assert isinstance(services.fetcher, SilentDoor)
    assert services.fetcher.asked == []


def test_no_cache_remembers_an_address_that_was_pasted(services: Services, library: Library) -> None:
    names = ("ottoline-powder.example.net", "nhs-ottoline.org.uk", "ottoline.blogspot.com")
    text = " ".join(f"https://{name}/a?next=https%3A%2F%2F{name[::-1]}" for name in names)
    assert len(services.link_checking.check(library, text).links) == len(names)
    held = [each for cache in caches() for each in within(cache, deep=4)]
    assert [each for each in held if "ottoline" in each or "enilotto" in each] == []


def test_what_a_cache_remembers_is_found() -> None:
    stem_of("quinoa", "english")
    assert "quinoa" in [text for cache in caches() for text in within(cache, deep=4)]


def caches() -> list[object]:
    """Return every function of ours that remembers answers."""
    return [each for each in all_objects() if isinstance(each, CACHE) and each.__module__.startswith("caregiver_app.")]


def within(thing: object, *, deep: int) -> Iterator[str]:
    """Yield the texts that something holds, down to some depth."""
    for each in (*gc.get_referents(thing), *(thing if isinstance(thing, dict) else ())):
        if isinstance(each, str):
            yield each
        elif deep and isinstance(each, dict | tuple | list | frozenset):
            yield from within(each, deep=deep - 1)


def bytes_in(folder: Path) -> dict[Path, bytes]:
    """Return every file with what is in it, but the one in which SQLite notes who reads."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-shm"}


def test_guides_and_links_are_answers_too_those_with_a_text_first(services: Services, library: Library) -> None:
    link = services.appraising.add_link(library, "https://zq.nhs.uk/zymurgy", title="Zymurgy and dementia")
    services.appraising.appraise(library, draft(link))
    checked = services.link_checking.check(library, "Zymurgy ends dementia")
    assert checked.related[0].title == "Zymurgy and dementia"
    assert checked.related[0].kind is ItemKind.LINK
    assert "https://zq.nhs.uk/zymurgy" in checked.reply.text
    (found,) = services.link_checking.check(library, "https://zq.nhs.uk/zymurgy?utm_source=x").links
    assert found.in_library is not None
    assert found.in_library.id == link.id
    guide = library.articles.page(ArticleQuery(text="kind:guide", guides=True, language="en")).rows[0]
    rows = services.link_checking.check(library, f"{guide.title}: is this so?").related
    assert guide.id in [row.id for row in rows]
    ranks = [row.kind is ItemKind.LINK for row in rows if row.trust is Trust.WELL_KNOWN_SOURCE]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("language", "message", "guide"),
    [
        ("en_GB", "Hi mum, this is my new number", "Calls, texts and people at the door"),
        (
            "en_GB",
            "Royal Mail: a fee of £1.99 is due, https://nobody.example.net/p",
            "Calls, texts and people at the door",
        ),
        ("es_ES", "Medicare: confirme su número de Medicare", "Llamadas, mensajes y gente a la puerta"),
        ("es_ES", "Hola mamá, se me rompió el móvil", "Llamadas, mensajes y gente a la puerta"),
    ],
)
def test_what_is_after_money_gets_no_answer_and_leads_to_the_guide_on_tricks(
    services: Services, library: Library, language: str, message: str, guide: str
) -> None:
    use_language(language)
    try:
        checked = services.link_checking.check(library, message)
    finally:
        use_language(ORIGINAL)
    assert checked.after_money
    assert (titles(checked), checked.reply) == ([guide], KindReply())


def test_parts_of_a_site_are_no_subject_and_a_headline_is_one(services: Services, library: Library) -> None:
    assert titles(services.link_checking.check(library, "https://nobody.example.net/dementia/ayuda")) == []
    headline = services.link_checking.check(library, "https://nobody.example.net/evenings-with-dementia-supper")
    assert titles(headline)[0] == EVENINGS


def test_what_the_verdict_says_is_not_said_again(services: Services, library: Library) -> None:
    (link,) = services.link_checking.check(library, "https://youtu.be/a?si=b").links
    assert link_verdict(link).happened == "Anybody can publish on youtu.be."
    assert LinkSign.SHARED_HOST in link.signs
    assert link_verdict(link).happened not in [reason for _sign, reason in sign_reasons(link)]


def test_a_site_that_help_names_is_said_to_be_named_there_and_no_more(services: Services, library: Library) -> None:
    named = {}
    for address in (
        "https://www.alzheimers.org.uk/get-support",
        "forum.alzheimers.org.uk",
        "citizensadvice.org.uk",
        "https://www.samaritans.org/how-we-can-help/",
        "https://shop.breastcancernow.org/",
        "https://healthunlocked.com/carers",
        "https://www.alz.org/",
    ):
        (link,) = services.link_checking.check(library, address).links
        assert (link.stamp.trust in (Trust.NOT_CHECKED, Trust.WELL_KNOWN_SOURCE), link.look.imitates) == (True, None)
        named[link.look.host] = named_in_help(link)
        if named[link.look.host]:
            assert (link.stamp.trust, standing_sentences(link)) == (Trust.NOT_CHECKED, ())
            assert link_verdict(link).happened == f"Help names this site for {named[link.look.host]}."
    assert named == {
        "www.alzheimers.org.uk": "Alzheimer's Society Dementia Support Line",
        "forum.alzheimers.org.uk": "Dementia Support Forum",
        "citizensadvice.org.uk": "Citizens Advice Adviceline",
        "www.samaritans.org": "Samaritans",
        "shop.breastcancernow.org": "Breast Cancer Now",
        "healthunlocked.com": "",  # anybody publishes there
        "www.alz.org": "",  # an organisation's own
    }


def test_what_imitates_a_site_that_help_names_is_told(services: Services, library: Library) -> None:
    for address, site in (
        ("988lifeline.co", "988lifeline.org"),
        ("samaritans.org.uk-help.com", "www.samaritans.org"),
        ("\u0430lzheimers.org.uk", "www.alzheimers.org.uk"),
        ("stepchange-help.com", "www.stepchange.org"),
    ):
        (link,) = services.link_checking.check(library, f"https://{address}/").links
        assert link.look.imitates is not None, address
        assert (link.look.imitates.host, link.named_in_help) == (site, "")


def test_what_other_peoples_packs_name_in_help_makes_no_name_known(services: Services, library: Library) -> None:
    line = {**a_line("talk"), "name": "Harbour Line", "page": "https://harbourline.org/"}
    install(library, pack_of("lines", helplines=[line]), NORTHFIELD)
    for address in ("https://harbourline.org/", "https://harbourline-help.org/"):
        (link,) = services.link_checking.check(library, address).links
        assert (link.look.imitates, link.named_in_help) == (None, "")


def test_nothing_that_the_product_names_imitates_anything_else_that_it_names(library: Library) -> None:
    tables = [path for folder in ("starter", "packs") for path in (ROOT / "packaging" / folder).rglob("*.*")]
    texts = [path.read_text(encoding="utf-8") for path in (*tables, ROOT / "resources" / "helplines.json")]
    hosts = {host for text in texts for host in re.findall(r"https?://([A-Za-z0-9.-]*[a-z])", text)}
    hosts |= {site.host for site in known_sites(library)}
    assert len(hosts) > 350
    names = KnownNames(known_sites(library))
    assert [(host, names.facts(f"https://{host}/").imitates) for host in hosts if _resembles(names, host)] == []


def _resembles(names: KnownNames, host: str) -> bool:
    return names.facts(f"https://{host}/").imitates is not None


RUMOURS = {
    "My mum has dementia and does not sleep at night": "dementia",
    "Chemo is poison, cancer feeds on sugar": "cancer",
    "Statins cause dementia": "dementia",
    "La canela cura la diabetes": "diabetes",
    "Antidepressants do nothing, St John's wort is better for depression": "mental-health",
    "El limón cura el cáncer": "cancer",
    "Un infarto cerebral se cura con vinagre": "stroke",
}


def test_where_nothing_fits_guides_on_the_topic_that_is_named_are_shown_as_such(services: Services) -> None:
    with closing(services.open_library()) as library:
        for rumour, topic in RUMOURS.items():
            checked = services.link_checking.check(library, rumour)
            assert (checked.in_general, bool(checked.related)) == (topic, True), rumour
            assert {row.kind for row in checked.related} <= {ItemKind.GUIDE, ItemKind.CHECKLIST}
            assert checked.reply.text == reply_without_page()
        known = services.link_checking.check(library, "Prick the fingers to stop a stroke at home")
        assert (known.in_general, bool(known.related)) == ("", True)


def test_a_guide_that_somebody_failed_is_no_answer_in_general_either(services: Services) -> None:
    with closing(services.open_library()) as library:
        first, *others = services.link_checking.check(library, "Statins cause dementia").related
        guide = Subject(kind=SubjectKind.GUIDE, id=first.id)
        services.appraising.appraise(library, draft(guide, selling=NO))
        assert services.link_checking.check(library, "Statins cause dementia").related[: len(others)] == tuple(others)


def test_what_names_no_topic_gets_nothing_in_general(services: Services) -> None:
    plain = (
        "Good morning, how are you all today?",
        "Bring milk, sugar, two hearts of lettuce and a blood orange",
        "My heart is full, what a memory, love to all",
        "A stroke of luck: the cat likes it when you stroke her",
        "Mi tía tiene anginas, compra azúcar y leche",
        "I am worried and tired, and low on money",
        "Vaccines cause autism",
        "Please pay the hospice fee of £20 for chemo today",
    )
    assert [text for text in plain[:-1] if named_topics(text)] == []
    with closing(services.open_library()) as library:
        assert [text for text in plain if services.link_checking.check(library, text).in_general] == []


def test_of_the_messages_of_every_day_only_those_with_its_name_name_a_topic() -> None:
    folder = ROOT / "tests" / "data" / "messages"
    lines = [line for file in folder.glob("*.txt") for line in file.read_text(encoding="utf-8").splitlines()]
    said = ("alzheimer", "dementia", "blood pressure", "cancer", "hospice", "diabetes", "a stroke")
    named = [line for line in lines if named_topics(line)]
    assert [line for line in named if not any(word in line.lower() for word in said)] == []
    assert len(named) < len(lines) / 10
