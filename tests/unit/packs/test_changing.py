"""A pack is kept current in its folder: what is withdrawn is named nowhere else, what is taken brings a check along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caregiver_app.model.errors import PackError
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.pack import Pack
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Answer, Answers, Appraisal, Outcome, Point, Reviewer, Subject, SubjectKind
from caregiver_app.packs.changing import next_version, read_manifest_of, withdraw, write_manifest_of
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.manifest import checked_pack, read_manifest
from caregiver_app.packs.records import json_of
from caregiver_app.packs.rules import ids_by_list
from caregiver_app.packs.taking import OrganisationToTake, PageToTake, take_organisation, take_page
from tests.helpers.appraisals import answers
from tests.helpers.packs import example_text, small_manifest, write_pack_folder

TODAY = date(2026, 11, 26)
NHS = "https://www.nhs.uk/conditions/dementia/"


def the_example() -> Pack:
    """Return the pack of the format's page."""
    return read_manifest(example_text().encode())


def ids_of(pack: Pack) -> list[str]:
    """Return every id in a pack."""
    return [each for some in ids_by_list(pack).values() for each in some]


def a_check(**changes: object) -> Appraisal:
    """Return a check by a nurse, with a note beside a yes that stays at home."""
    given = {**answers().given, Point.SOURCES: Answer.NO}
    reasons = {Point.SOURCES: "It names none.", Point.AUTHOR: "Joan showed me."}
    made = Appraisal(
        subject=Subject(kind=SubjectKind.LINK, id=7),
        answers=Answers(given=given, reasons=reasons),
        outcome=Outcome.VETTED,
        reviewer=Reviewer(role="Dementia nurse"),
        checked_at=Millis(1_795_600_123_456),
        checked_on=date(2026, 11, 25),
        check_by=date(2028, 11, 25),
        address=NHS,
        content_hashes=("main1:" + "ab" * 32,),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # what a test changes it knows


def test_whatever_is_withdrawn_nothing_names_it_any_more() -> None:
    pack = the_example()
    for identifier in ids_of(pack):
        problems = Problems()
        changed = withdraw(
            pack, identifier, known=ids_of(pack), reason="Old.", replacement="", on=TODAY, problems=problems
        )
        assert changed is not None
        assert identifier not in ids_of(changed)
        kept = [each for each in pack.withdrawals if each.item != identifier]
        assert [each.item for each in changed.withdrawals] == [*(each.item for each in kept), identifier]
        checked_pack(json_of(changed), problems)
        assert problems.all == (), identifier


@pytest.mark.parametrize(
    ("identifier", "reason", "replacement", "fault"),
    [
        pytest.param("nhs-dementai", "Old.", "", "no-such-id", id="a slip"),
        pytest.param("nhs-dementia", "", "", "empty", id="without a reason"),
        pytest.param("nhs-dementia", "Old.", "nothing", "no-such-id", id="replaced by nothing"),
        pytest.param("NHS", "Old.", "", "not-such-a-word", id="no id"),
    ],
)
def test_a_word_that_cannot_be_kept_changes_nothing(identifier: str, reason: str, replacement: str, fault: str) -> None:
    pack, problems = the_example(), Problems()
    known = ids_of(pack)
    assert (
        withdraw(pack, identifier, known=known, reason=reason, replacement=replacement, on=TODAY, problems=problems)
        is None
    )
    assert fault in {each.fault.value for each in problems.all}


def test_the_next_version_lasts_as_long_as_the_one_before() -> None:
    pack = the_example()
    later = next_version(pack, TODAY)
    assert (later.version, later.published_on) == (2, TODAY)
    assert later.review_by - later.published_on == pack.review_by - pack.published_on


def test_a_page_comes_with_its_check_and_nothing_that_was_noted_beside_it() -> None:
    nhs = Organisation(uid="x/nhs", name="NHS", country="GB", homepage="https://www.nhs.uk/", known="Public body",
                       sites=(Site(host="www.nhs.uk"), Site(host="www.nhs.uk", stated_by="user")))  # fmt: skip
    thing = PageToTake(
        listed="links",
        title="Eating",
        address="https://www.nhs.uk/eat?utm_source=x",
        organisation=nhs,
        appraisal=a_check(),
    )
    problems = Problems()
    pack = take_page(the_example(), thing, "link:7", problems)
    assert problems.all == ()
    link = pack.links[-1]
    assert (link.id, link.address, link.country) == ("gb-eating", "https://www.nhs.uk/eat", "GB")
    assert (link.organisation, link.read_on) == ("nhs", date(2026, 11, 25))
    assert link.appraisal is not None
    assert link.appraisal.role == "Dementia nurse"
    assert [each.reason for each in link.appraisal.answers if each.reason] == ["It names none."]
    assert [site.host for site in pack.organisations[-1].sites] == ["www.nhs.uk"]
    assert "Joan" not in str(json_of(pack))


def test_a_page_that_nobody_gave_a_title_is_called_by_its_address() -> None:
    problems, address = Problems(), "https://www.nhs.uk/untitled"
    pack = take_page(the_example(), PageToTake(listed="links", title="", address=address), "link:7", problems)
    assert (pack.links[-1].title, problems.all) == (address, ())


def test_a_page_that_is_there_keeps_its_id_and_gets_the_newest_check_with_the_title_it_is_about() -> None:
    problems = Problems()
    thing = PageToTake(listed="links", title="Other", address=NHS, appraisal=a_check())
    pack = take_page(the_example(), thing, "link:7", problems)
    (link,) = pack.links
    assert (link.id, link.title, link.read_on) == ("nhs-dementia", "Other", date(2026, 11, 25))
    again = take_page(pack, PageToTake(listed="links", title="Other", address=NHS), "link:7", problems)
    assert again == pack, "a check that is in the pack stays where there is no newer one"
    gone = take_page(pack, replace(thing, appraisal=a_check(withdrawn_on=TODAY)), "link:7", problems)
    assert gone == pack


def test_what_may_not_be_in_a_pack_is_left_out_with_its_reason() -> None:
    pack, problems, owner = the_example(), Problems(), Organisation(uid="z", name="Nobody's friends")
    for address in ("http://www.nhs.uk/", "https://nas.local/", "https://www.nhs.uk/feed?token=a8F3kq09Zx71mQ4p"):
        thing = PageToTake(listed="sources", title="x", address=address, organisation=owner)
        assert take_page(pack, thing, "source:3", problems) == pack
    assert [each.fault.value for each in problems.all] == ["address-insecure", "address-private", "private-link"]
    assert "a8F3kq09" not in problems.all[-1].detail


def test_an_organisation_comes_once_by_its_name() -> None:
    problems = Problems()
    (said,) = the_example().organisations
    sites = tuple(Site(host=each.host, path_prefix=each.path_prefix) for each in said.sites)
    named = Organisation(uid="y", name="alzheimer's society", homepage=said.homepage, known=said.known, sites=sites)
    check = a_check(subject=Subject(kind=SubjectKind.ORGANISATION, id=1), answers=Answers(
        given={Point.ORG_IDENTITY: Answer.YES}))  # fmt: skip
    pack = take_organisation(the_example(), OrganisationToTake(organisation=named, appraisal=check), "org:1", problems)
    (only,) = pack.organisations
    assert only.id == "example-charity"
    assert only.appraisal is not None
    assert problems.all == ()
    of_others = OrganisationToTake(organisation=replace(named, sites=(Site(host="charity.org.uk"),)), appraisal=check)
    told = Problems()
    assert take_organisation(the_example(), of_others, "org:1", told) == the_example()
    assert [each.fault.value for each in told.all] == ["not-as-checked"]


def test_the_manifest_of_a_folder_is_written_whole_and_texts_stay(tmp_path: Path) -> None:
    text = "---\ntitle: Lamps\nlanguage: en\n---\nText.\n"
    folder = write_pack_folder(tmp_path, small_manifest(), {"guides/lamps.md": text})
    pack = read_manifest_of(folder)
    write_manifest_of(folder, next_version(pack, TODAY))
    assert read_manifest_of(folder).version == 2
    assert (folder / "guides" / "lamps.md").read_text() == text
    (folder / "pack.json").write_text('{"schema": 1}')
    with pytest.raises(PackError) as refused:
        read_manifest_of(folder)
    assert refused.value.kind.value == "field"
