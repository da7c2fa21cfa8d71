"""What the step "How often" asks of safety notices: by country, and never again once it was answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.notices import Offer, offer_of
from caregiver_app.library.store import open_library
from caregiver_app.model.source import NewSource, SourceKind
from caregiver_app.ui.first_run.notices_row import NoticesOffer, NoticesRow, read_notices, settle_notices
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY, StillClock

NOTHING = NoticesOffer(country="NZ", offer=None, are_on=False, ticked=True)


def test_the_row_names_who_sends_notices_or_says_that_nobody_here_does(theme: Theme) -> None:
    holder = QWidget()
    row = NoticesRow(theme, parent=holder)
    cases = (
        (
            replace(NOTHING, offer=Offer(sources=(), names=("Harbour Agency", "Food Office"))),
            True,
            "They are asked with",
        ),
        (NOTHING, False, "There is no source of safety notices for New Zealand here."),
        (replace(NOTHING, country=""), False, "Safety notices come by country."),
        (replace(NOTHING, are_on=True), False, ""),
    )
    for found, offers, line in cases:
        row.show_offer(found)
        assert (not row.box.isHidden(), row.line.isHidden()) == (offers, not line)
        assert row.line.text().startswith(line)
        assert row.isHidden() == (not offers and not line)
    row.show_offer(cases[0][0])
    assert row.box.accessibleName() == "Safety notices from: Harbour Agency, Food Office"
    holder.deleteLater()


def test_who_wants_none_is_not_asked_by_home_and_finds_it_unticked(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.db", StillClock())
    source_id = library.sources.add(
        NewSource(
            url="https://a.example/", uid="starter/a", title="A", author="starter", kind=SourceKind.ALERTS, country="GB"
        ),
        at=MONDAY,
    )
    library.sources.set_enabled(source_id, False)
    library.topics.live_in("GB", "en")
    asked = read_notices(library, MONDAY)
    assert (asked.offer, asked.ticked) == (offer_of(library), True)
    settle_notices(library, asked.offer, wanted=False)
    assert offer_of(library) is None
    again = read_notices(library, MONDAY)
    assert (again.offer, again.ticked) == (asked.offer, False)
    settle_notices(library, again.offer, wanted=True)
    assert library.sources.get(source_id).enabled
    assert read_notices(library, MONDAY).are_on
    library.close()
