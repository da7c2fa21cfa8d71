"""A maker's own check goes to what they checked: never to what a folder from others only calls by the same name."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.packs.changing import read_manifest_of
from caregiver_app.packs.finding_problems import Problems
from caregiver_app.packs.taking import PageToTake, take_page
from tests.helpers.appraisals import article, draft
from tests.helpers.clock import StillClock
from tests.helpers.library import a_library, add_source, an_article, store
from tests.helpers.packs import small_manifest, write_pack_folder
from tests.helpers.silent_door import SilentDoor

PAGE = "https://www.nhs.uk/conditions/dementia/"
OTHERS = {"homepage": "https://www.nhs-uk-help.org/", "sites": [{"host": "nhs-uk-help.org"}]}


def subjects(services: Services, library: Library) -> tuple[Subject, Subject]:
    """Return the NHS and a page of its, both checked here."""
    number = next(each.id for each in library.organisations.named() if each.name == "NHS")
    nhs = Subject(kind=SubjectKind.ORGANISATION, id=number)
    page = services.appraising.add_link(library, PAGE, title="Dementia")
    for subject in (nhs, page):
        services.appraising.appraise(library, draft(subject, role="Nurse"))
    return nhs, page


def a_folder(tmp_path: Path, **more: object) -> Path:
    """Return a pack that somebody else began."""
    nhs = {"id": "gb-nhs", "name": "NHS", "country": "GB", **more}
    usual = {"language": "en", "country": "GB", "organisation": "gb-nhs"}
    link = {**usual, "id": "x", "title": "Stop all tablets at once", "address": PAGE}
    return write_pack_folder(tmp_path / "pack", small_manifest(organisations=[nhs], links=[link]))


def manifest_of(folder: Path) -> Any:
    return json.loads((folder / "pack.json").read_text(encoding="utf-8"))


def test_a_check_goes_neither_to_others_of_the_same_name_nor_to_another_title(tmp_path: Path) -> None:
    services = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    with closing(services.open_library()) as library:
        nhs, page = subjects(services, library)
        for name, more in (("others", OTHERS), ("home", {"homepage": OTHERS["homepage"]}), ("own", {})):
            folder = a_folder(tmp_path / name, **more)
            taken = services.pack_making.take(library, folder, [nhs, page], [])
            (organisation,), (link,) = manifest_of(folder)["organisations"], manifest_of(folder)["links"]
            is_own = name == "own"
            told = [(each.where, each.fault.value) for each in taken.left_out]
            assert told == ([] if is_own else [(nhs.reference, "not-as-checked")]), name
            assert ("appraisal" in organisation) is is_own, name
            assert (link["title"], link["appraisal"]["role"]) == ("Dementia", "Nurse")
            assert link.get("organisation", "") == ("gb-nhs" if is_own else ""), name


def test_an_article_comes_with_its_check_and_nothing_of_where_it_lies_in_the_library(tmp_path: Path) -> None:
    """The hash of a feed's words stands after the uid that an article has on this computer alone."""
    services = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    with closing(a_library(tmp_path / "data")) as library:
        (number,) = store(library, add_source(library), an_article("a", title="Dementia", link=PAGE))
        made = services.appraising.appraise(library, draft(article(number), role="Nurse"))
        assert made.content_hashes
        folder = write_pack_folder(tmp_path / "pack", small_manifest())
        taken = services.pack_making.take(library, folder, [article(number)], [])
    assert (taken.added, taken.left_out) == (1, ())
    (link,) = read_manifest_of(folder).links
    assert link.appraisal is not None
    assert (link.address, link.appraisal.role, link.appraisal.content_hashes) == (PAGE, "Nurse", ())


def test_a_page_whose_address_may_be_one_persons_is_left_out(tmp_path: Path) -> None:
    """An article of a feed may have one."""
    pack = read_manifest_of(write_pack_folder(tmp_path / "pack", small_manifest()))
    problems = Problems()
    page = PageToTake(listed="links", title="A page", address="https://www.example-care.org/see?patient=943476591")
    assert take_page(pack, page, "article:1", problems) == pack
    assert [(each.where, each.fault.value) for each in problems.all] == [("article:1", "private-link")]
