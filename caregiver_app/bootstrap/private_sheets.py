"""Sheets of open care notes for those who know nothing of the notes: made, chosen from, remembered, written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from caregiver_app.model.errors import PrintError
from caregiver_app.model.sheets.kinds import PRIVATE, Audience, SheetKind
from caregiver_app.support.zones import own_zone

if TYPE_CHECKING:
    from caregiver_app.model.private import SheetChoices
    from caregiver_app.model.sheets.sheet import Sheet
    from caregiver_app.model.sheets.wishes import PrivateWish
    from caregiver_app.model.time import Millis
    from caregiver_app.vault.records.people import PersonId
    from caregiver_app.vault.store import Vault


class SheetsOfNotes:
    """Reads and writes one `Vault`, in its thread (`model.private.PrivateSheets`)."""

    def __init__(self, vault: Vault, *, zone: str | None = None) -> None:
        """`zone` is where days begin (an IANA name), None for this computer's."""
        self._vault = vault
        self._zone = zone

    def choices(self, person_id: int | None, *, now: Millis) -> SheetChoices:
        """Return what there is to choose from. Raises as `PrivateSheets.choices` does."""
        from caregiver_app.vault.sheets.choosing import sheet_choices

        return sheet_choices(self._vault, person_id, now=now)

    def make(self, wish: PrivateWish, *, now: Millis) -> Sheet:
        """Return a sheet with all that may go on it. Raises as `PrivateSheets.make` does."""
        from caregiver_app.vault.sheets.composing import compose

        return compose(self._vault, wish, now=now, zone=self._zone or own_zone())

    def remembered(self, kind: SheetKind, person_id: int | None, audience: Audience | None) -> Mapping[str, bool]:
        """Return what was chosen the last time; nothing where it is not clear of whom."""
        from caregiver_app.vault.sheets.remembering import remembered

        whose = self._whose(person_id)
        return {} if whose is None else remembered(self._vault.settings, kind, whose, audience)

    def remember(
        self,
        kind: SheetKind,
        person_id: int | None,
        audience: Audience | None,
        choices: Mapping[str, bool],
        *,
        first: Mapping[str, bool],
    ) -> None:
        """Keep what was changed from how it was at first; nothing where it is not clear of whom."""
        from caregiver_app.vault.sheets.remembering import remember

        whose = self._whose(person_id)
        if whose is not None:
            remember(self._vault.settings, kind, whose, audience, choices, first=first)

    def printed(
        self, kinds: tuple[SheetKind, ...], person_id: int | None, audience: Audience | None, *, at: Millis
    ) -> None:
        """Write down that sheets left the notes; sheets of others than care notes do not count."""
        from caregiver_app.vault.exchange.disclosures import Channel, Disclosed

        counts = Counter(kind.value for kind in kinds if kind in PRIVATE)
        if counts:
            left = Disclosed(
                channel=Channel.PRINT,
                what=counts,
                person_id=self._whose(person_id),
                to_whom=audience.value if audience else "",
            )
            self._vault.disclosures.record(left, at=at)

    def _whose(self, person_id: int | None) -> PersonId | None:
        from caregiver_app.vault.sheets.choosing import chosen_person

        try:
            return chosen_person(self._vault.people.list(), person_id).id
        except PrintError:
            return None
