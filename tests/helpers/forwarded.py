"""A forwarded message, and a library of organisations whose own sites are known, as the check of a link needs it."""

from __future__ import annotations

from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation, Site
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.organisations import put_organisation

HOST = "harbour.example.org"
"""Of an invented organisation; a name that nobody could register would be nobody's own site."""

MIRACLE = (
    "FORWARDED MANY TIMES. A nurse told my cousin that a spoon of lemon with baking soda before supper ends the hard "
    "evenings of dementia, but hospitals hide it. Order the powder at "
    "https://harbour-dementia-official.com/powder?fbclid=IwAR0abcdefgh or see https://bit.ly/3abc"
)
"""What it says of evenings with dementia is the subject of a page; its first address imitates an organisation's."""

PAGES = (
    APage(
        title="Evenings with dementia: what helps",
        html="<p>A calm routine helps in the evening. No powder, lemon or baking soda does.</p>",
        slug="evenings",
    ),
    APage(title="Dementia and food", html="<p>Supper may be small. Ask the pharmacist about powders.</p>", days_ago=9),
    APage(title="Short breaks", html="<p>Respite care gives you time to rest.</p>", days_ago=3),
)


def fill_with_known(library: Library) -> None:
    """Put pages of an organisation that a register shows into the library, and pages of a source of one's own."""
    source = add_source(library, "Harbour Dementia Trust", host=HOST, topics=("dementia",), at=MONDAY)
    own = add_source(library, "Miracle news", host="miracle.example.org", author="user", at=MONDAY)
    vouch_for(library, "Harbour Dementia Trust", HOST)
    vouch_for(library, "Harbour Dementia", "harbour-dementia.org")
    add_pages(library, source, PAGES, at=MONDAY)
    add_pages(library, own, [APage(title="Lemon and baking soda end dementia", slug="lemon")], at=MONDAY)
    library.topics.choose(["dementia"], at=MONDAY)


def vouch_for(library: Library, name: str, host: str, *, register: str = "Register of Charities") -> None:
    """Have the library know an organisation from a register, "" for from none, and a site as its own."""
    put_organisation(
        library,
        Organisation(
            uid=f"org/{host}",
            name=name,
            homepage=f"https://{host}/",
            known=register,
            sites=(Site(host=host),),
        ),
        author="starter",
    )
