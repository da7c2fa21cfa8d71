"""Makes the samples: the family's sheets as PDF, on the one morning that they are of."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.private_sheets import SheetsOfNotes
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.sheets.kinds import PRIVATE, SheetKind
from caregiver_app.model.sheets.sheet import Sheet
from caregiver_app.model.sheets.sheet import chosen as with_choices
from caregiver_app.model.sheets.wishes import PrivateWish, PublicWish
from caregiver_app.model.time import to_datetime
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout, TypesetSheet
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.support.sentences.sheet_names import title_of_set
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from demomaking.family import HOME_ZONE
from demomaking.feed import OneFeed
from demomaking.filling import PASSPHRASE, fill_notes
from demomaking.one_day import MORNING, OneMorning
from demomaking.samples import Sample
from demomaking.shelf import fill_library


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """The family's notes and library, open, and the addresses that the library was made with."""

    services: Services
    vault: Vault
    library: Library
    asked: Sequence[str]

    def sheets(self, sample: Sample) -> tuple[Sheet, ...]:
        """Return the sheets of a sample, as they are when nobody ticks anything."""
        return tuple(with_choices(self._sheet(sample, kind), sample.choices) for kind in sample.kinds)

    def typeset(self, sample: Sample) -> TypesetSheet:
        """Return a sample as it is laid out."""
        layout = Layout(paper=sample.paper, size=sample.size, language=sample.language)
        return typeset(self.sheets(sample), layout, title=title_of_set(sample.name, sample.language))

    def _sheet(self, sample: Sample, kind: SheetKind) -> Sheet:
        if kind in PRIVATE:
            wish = PrivateWish(
                kind=kind,
                language=sample.language,
                person_id=self._person(sample.person),
                hours=sample.hours,
                since=sample.since,
                country=self.library.topics.place()[0],
            )
            return SheetsOfNotes(self.vault, zone=HOME_ZONE).make(wish, now=MORNING)
        in_a_set = len(sample.kinds) > 1
        public = sample.of(self.library, PublicWish(kind=kind, language=sample.language, at_home=in_a_set))
        return self.services.public_sheets.make(self.library, public)

    def _person(self, name: str) -> PersonId:
        return next(person.id for person in self.vault.people.list() if person.name == name)


@contextmanager
def household() -> Iterator[Household]:
    """Have the family's data for a while, at the morning of the samples; their notes are open."""
    with tempfile.TemporaryDirectory(prefix="caregiver-demo-") as place:
        feed = OneFeed(to_datetime(MORNING))
        services = build_services(Paths(data_dir=Path(place) / "data"), clock=OneMorning(), fetcher=feed)
        fill_notes(services, cost=KdfCost())
        services.care.unlock(PASSPHRASE)
        vault, library = services.care.open(), services.open_library()
        try:
            fill_library(services, library, feed.address)
            yield Household(services=services, vault=vault, library=library, asked=feed.asked)
        finally:
            library.close()
            vault.close()
            services.close()
