"""The sheet before a yes: who really made a pack, and every site, number and source of warnings in it, however many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from caregiver_app.bootstrap.channels import Channels
from caregiver_app.bootstrap.own_workshop import OwnWorkshop
from caregiver_app.bootstrap.pack_steps import PreparedPack
from caregiver_app.bootstrap.packs import Packs
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.library.store import Library
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.ui.packs.prepared_part import PreparedPart
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import StillClock
from tests.helpers.installing import a_line, an_owner, pack_of
from tests.helpers.library import a_library
from tests.helpers.organisations import put_organisation
from tests.helpers.own_channels import Maker
from tests.helpers.silent_door import SilentDoor

MANY = 60
NHS = Site(host="www.nhs.uk")
GUEST = "harbour"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = a_library(tmp_path)
    yield made
    made.close()


def prepared(folder: Path, library: Library, **lists: Any) -> PreparedPack:
    """Return a pack of somebody to whom a channel of others leaves a folder."""
    maker = Maker(folder)
    maker.begin()
    maker.add_publisher("Harbour Carers", GUEST)
    maker.sign_pack("evenings", pack_of("evenings", **lists), publisher=GUEST)
    maker.publish()
    channels = Channels(StillClock(), lambda _library: SilentDoor(), LedgerBuffer())
    look = channels.look(library, str(folder))
    channels.trust(library, look, look.fingerprint)
    (found,) = Packs(StillClock(), channels, OwnWorkshop).prepare_all(library, str(folder))
    return found


def a_feed(number: int, kind: str) -> dict[str, Any]:
    address = f"https://{kind}{number}.org.uk/feed"
    said = {"id": f"{kind}{number}", "title": f"{kind} {number}", "address": address}
    warns = {"kind": kind} if kind == "alerts" else {}  # news is what a source brings unless it says so
    return {**said, **warns, "language": "en", "country": "GB", "topics": ["dementia"]}


def test_nothing_that_a_yes_is_said_to_is_cut_off(theme: Theme, tmp_path: Path, library: Library) -> None:
    real = Organisation(uid="starter/nhs", name="NHS", country="GB", homepage="", known="", sites=(NHS,))
    put_organisation(library, real, author="starter")
    owners = [an_owner(f"owner{n}", f"charity{n}.org.uk") for n in range(MANY)]
    pack = prepared(
        tmp_path / "stick",
        library,
        organisations=[*owners, an_owner("owner99", "nhs.uk-login.com")],
        helplines=[{**a_line(f"line{n}", f"0808 157 {n:04}"), "name": f"Line {n}"} for n in range(MANY)],
        sources=[a_feed(n, kind) for kind in ("alerts", "news") for n in range(MANY)],
    )
    part = PreparedPart(theme, pack)
    words = "\n".join(label.text() for label in part.findChildren(QLabel))
    for said in (
        "This really comes from Harbour Carers (Northfield Nurses), unchanged.",
        "You compared the signs of Northfield Nurses, who let them publish.",
        "may ask 8 sites for their news",
        "Careful: \u2066nhs.uk-login.com\u2069 looks like \u2066www.nhs.uk\u2069, the site of NHS.",
    ):
        assert said in words, said
    assert [n for n in range(MANY) if f"0808 157 {n:04}" not in words] == []
    assert [n for n in range(MANY) if f"alerts {n}" not in words.splitlines()] == []
    assert {site.site for site in part.sites} == {"nhs.uk-login.com/", *(f"charity{n}.org.uk/" for n in range(MANY))}
    assert "more" not in words
    part.deleteLater()
