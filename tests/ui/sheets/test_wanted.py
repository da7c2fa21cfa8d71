"""What is wished for of each sheet follows from what was chosen, and from nothing that says nothing for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caregiver_app.model.sheets.kinds import PUBLIC, SETS, Audience, PrintSet, SheetKind
from caregiver_app.model.sheets.paper import PaperSize
from caregiver_app.model.sheets.wishes import FROM_THE_BEGINNING
from caregiver_app.model.trust import Subject, SubjectKind
from caregiver_app.ui.sheets.wanted import Look, Period, Wanted, begun
from caregiver_app.ui.sheets.words import period_choices

TODAY = date(2026, 11, 26)
PAGE = Subject(kind=SubjectKind.ARTICLE, id=7)


def test_a_set_wishes_for_each_of_its_sheets() -> None:
    """Those of care notes and those of the library, in their order, about one person and for one audience."""
    wanted = Wanted(what=PrintSet.HELPERS_WEEKEND, person_id=3, audience=Audience.RELIEF_CARER, hours=48)
    private, public = wanted.private_wishes(TODAY), wanted.public_wishes()
    kinds = [wish.kind for wish in private] + [wish.kind for wish in public]
    assert tuple(kinds) == SETS[PrintSet.HELPERS_WEEKEND]
    assert {(wish.person_id, wish.audience) for wish in private} == {(3, Audience.RELIEF_CARER)}
    assert private[0].hours == 48
    assert wanted.is_private


def test_a_weekend_reaches_until_monday_and_another_sheet_is_as_usual_again() -> None:
    weekend = begun(PrintSet.HELPERS_WEEKEND, Wanted())
    assert weekend.private_wishes(TODAY)[0].hours == 72
    assert begun(SheetKind.HANDOVER, weekend).private_wishes(TODAY)[0].hours == 24


def test_days_are_wished_for_only_where_a_sheet_is_about_days() -> None:
    """A week ends today; typed days are taken as they are; a medicines list has none."""
    clinic = Wanted(what=PrintSet.CLINIC_VISIT, period=Period.WEEK, visit=5, measures=("weight",))
    visit, medicines, measures = clinic.private_wishes(TODAY)
    assert (measures.since, measures.until, measures.measures) == ("2026-11-20", "2026-11-26", ("weight",))
    assert (medicines.since, medicines.until, medicines.appointment_id) == (None, None, None)
    assert (visit.appointment_id, visit.measures) == (5, ())
    typed = replace(clinic, period=Period.TYPED, since="2026-01-01")
    assert typed.days(TODAY) == ("2026-01-01", None)


def test_a_journal_is_of_its_own_days_unless_somebody_says_which() -> None:
    """Those are two weeks, or where caring has ended all days: the sheet knows. All days can be wished for, too."""
    usual = begun(SheetKind.JOURNAL, Wanted(period=Period.WEEK))
    everything = replace(usual, period=Period.ALL)
    wishes = [wanted.private_wishes(TODAY)[0] for wanted in (usual, everything)]
    assert [(wish.since, wish.until) for wish in wishes] == [(None, None), (FROM_THE_BEGINNING, None)]
    offered = [period for period, _words in period_choices()]
    assert set(offered) == set(Period)
    assert offered[0] is Period.USUAL


def test_what_must_be_chosen_first_is_known() -> None:
    """A page, a day or a pack; a list takes pages or all of a collection or a topic; phone lines need nothing."""
    lacking = {kind for kind in PUBLIC if Wanted(what=kind).lacks}
    assert lacking == set(PUBLIC) - {SheetKind.HELPLINES, SheetKind.SHARE_FLYER}
    enough = (
        Wanted(what=SheetKind.ARTICLE, subjects=(PAGE,)),
        Wanted(what=SheetKind.RESOURCE_LIST, collection=2),
        Wanted(what=SheetKind.RESOURCE_LIST, topic="sleep"),
        Wanted(what=SheetKind.AWARENESS_FLYER, day=4),
        Wanted(what=SheetKind.PACK_CONTENTS, pack="channel/publisher/pack"),
    )
    assert not any(wanted.lacks for wanted in enough)
    assert Wanted().kinds == ()


def test_phone_lines_of_a_set_hang_where_a_household_sees_them() -> None:
    """By themselves they are all that is known."""
    for what in (PrintSet.FRIDGE_DOOR, PrintSet.HELPERS_WEEKEND, SheetKind.HELPLINES):
        (wish,) = Wanted(what=what).public_wishes()
        assert wish.at_home == (what is not SheetKind.HELPLINES), what


def test_all_of_a_collection_stands_in_the_place_of_pages() -> None:
    """Pages that were chosen before do not come with it."""
    wanted = Wanted(what=SheetKind.RESOURCE_LIST, subjects=(PAGE,), collection=2, title="For Anna", country="GB")
    (wish,) = wanted.public_wishes()
    assert (wish.subjects, wish.collection, wish.title, wish.country) == ((), 2, "For Anna", "")


def test_another_sheet_begins_as_usual_for_the_same_person() -> None:
    """The person and the look stay; for whom it is, is what is usual."""
    before = Wanted(what=SheetKind.JOURNAL, person_id=3, period=Period.WEEK, look=Look(paper=PaperSize.LETTER))
    after = begun(SheetKind.EMERGENCY, before)
    assert (after.person_id, after.look, after.audience, after.period) == (
        3,
        before.look,
        Audience.AMBULANCE,
        Period.USUAL,
    )
