"""Pages that may be shared, and one that may not: of organisations that are known, checked, and of nobody known."""

from __future__ import annotations

from dataclasses import replace

from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation, Site
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.organisations import put_organisation
from tests.helpers.sharing import check

CALM = "Calm routines for sundowning"
ASSESSMENT = "How to ask for a carer's assessment"
UNKNOWN = "A remedy from the village"

_RIVERSIDE = "riverside-carers.example.org"
_REGISTER = "Charity Commission for England and Wales"


def fill_shareable(library: Library) -> None:
    """Put a checked page, one on the own site of a known organisation, and one of an own source into the library."""
    harbour = add_source(library, "Harbour Dementia Trust", host="harbour-dementia.example", at=MONDAY)
    (calm,) = add_pages(library, harbour, [APage(title=CALM, slug="evenings", days_ago=1)], at=MONDAY)
    check(library, calm)
    riverside = add_source(library, "Riverside Carers Centre", host=_RIVERSIDE, topics=("caring",), at=MONDAY)
    make_known(library, "Riverside Carers Centre", _RIVERSIDE)
    add_pages(library, riverside, [APage(title=ASSESSMENT, slug="assessment", days_ago=2)], at=MONDAY)
    own = add_source(library, "Village news", author="user", at=MONDAY)
    add_pages(library, own, [APage(title=UNKNOWN, days_ago=3)], at=MONDAY)
    library.topics.choose(["caring"], at=MONDAY)


def make_known(library: Library, name: str, host: str) -> None:
    """Say that an organisation stands in a register, and that a site is its own."""
    organisation = Organisation(uid=f"org/{host}", name=name, country="GB", homepage=f"https://{host}/")
    put_organisation(library, replace(organisation, known=_REGISTER, sites=(Site(host=host),)), author="starter")
