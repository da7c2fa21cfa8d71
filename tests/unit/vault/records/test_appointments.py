"""Appointments are at a time on the clock of a place, whatever that place does to its clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.vault.records.appointments import AppointmentId, AppointmentState, NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.questions import QuestionState
from caregiver_app.vault.records.visits import AfterVisit
from caregiver_app.vault.store import Vault
from caregiver_app.vault.typed.wall_time import WallTime, kept_wall_time
from tests.helpers.care_notes import DAY, MINUTE, Family, later
from tests.helpers.clock import MONDAY

ZONES = ("Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "UTC")


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> Millis:
    return from_datetime(datetime(year, month, day, hour, minute, tzinfo=UTC))


def made(vault: Vault, starts: str, zone: str = "Europe/London", ends: str | None = None) -> AppointmentId:
    return vault.appointments.add(NewAppointment(title="Visit", starts=starts, ends=ends, zone=zone), at=MONDAY)


@pytest.mark.parametrize(
    ("local", "zone", "moment"),
    [
        ("2026-07-01T14:30", "Europe/London", at(2026, 7, 1, 13, 30)),
        ("2026-12-01T14:30", "Europe/London", at(2026, 12, 1, 14, 30)),
        ("2026-12-01T14:30", "America/Chicago", at(2026, 12, 1, 20, 30)),
        # Skipped when clocks go forward, and shown twice when they go back.
        ("2026-03-29T01:30", "Europe/London", at(2026, 3, 29, 1, 30)),
        ("2026-10-25T01:30", "Europe/London", at(2026, 10, 25, 0, 30)),
    ],
)
def test_a_wall_time_is_one_moment(local: str, zone: str, moment: Millis) -> None:
    assert WallTime(local=local, zone=zone).instant() == moment


def test_the_skipped_hour_is_told_as_the_clock_shows_it() -> None:
    assert WallTime(local="2026-03-29T01:30", zone="Europe/London").to_iso() == "2026-03-29T02:30:00+01:00"
    assert WallTime(local="2026-07-01T14:30", zone="Europe/London").to_iso() == "2026-07-01T14:30:00+01:00"


@pytest.mark.parametrize(
    ("starts", "ends", "zone", "trouble"),
    [
        ("2026-11-23 14:30", None, "Europe/London", RecordTrouble.TIME),
        ("2026-11-23", None, "Europe/London", RecordTrouble.TIME),
        ("2026-02-30T10:00", None, "Europe/London", RecordTrouble.TIME),
        ("2026-11-23T24:30", None, "Europe/London", RecordTrouble.TIME),
        ("1026-11-23T10:00", None, "Europe/London", RecordTrouble.TIME),
        ("9999-11-23T10:00", None, "America/New_York", RecordTrouble.TIME),
        ("٢٠٢٦-11-23T10:00", None, "Europe/London", RecordTrouble.TIME),
        ("2026-11-23T10:00", None, "Europe/Leeds", RecordTrouble.ZONE),
        ("2026-11-23T10:00", None, "../../etc/passwd", RecordTrouble.ZONE),
        ("2026-11-23T10:00", None, "", RecordTrouble.ZONE),
        ("2026-11-23T10:00", None, "Europe", RecordTrouble.ZONE),
        ("2026-11-23T10:00", "2026-11-23T09:59", "Europe/London", RecordTrouble.ENDS_EARLY),
    ],
)
def test_what_is_no_time_is_refused(
    vault: Vault, starts: str, ends: str | None, zone: str, trouble: RecordTrouble
) -> None:
    with pytest.raises(RecordRefused) as told:
        made(vault, starts, zone, ends)
    assert told.value.kind is trouble
    assert vault.appointments.list() == ()


@given(st.integers(min_value=0, max_value=at(2200, 1, 1, 0) // MINUTE), st.sampled_from(ZONES))
def test_what_a_clock_shows_at_a_moment_is_that_moment(minute: int, zone: str) -> None:
    """Any moment comes back from what the clock of a zone shows, but in the hour that is shown twice."""
    moment = Millis(minute * MINUTE)
    there = to_datetime(moment).astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0, fold=0)
    wall = kept_wall_time(there.strftime("%Y-%m-%dT%H:%M"), zone)
    assume(there.utcoffset() == there.replace(fold=1).utcoffset())
    offset = there.utcoffset()
    assert offset is not None
    assume(offset % timedelta(minutes=1) == timedelta(0))
    assert wall.instant() == moment


def test_upcoming_and_past_are_told_by_the_moment_not_the_wall(vault: Vault) -> None:
    """Nine in Chicago is later than noon in London."""
    chicago, london = made(vault, "2026-11-23T09:00", "America/Chicago"), made(vault, "2026-11-23T12:00")
    before = at(2026, 11, 23, 8)
    assert [one.id for one in vault.appointments.upcoming(now=before)] == [london, chicago]
    between = at(2026, 11, 23, 14)
    assert [one.id for one in vault.appointments.upcoming(now=between)] == [chicago]
    assert [one.id for one in vault.appointments.past(now=between)] == [london]
    assert [one.id for one in vault.appointments.to_write_up(now=between)] == [london]


def test_an_appointment_is_upcoming_until_it_is_over(vault: Vault) -> None:
    long = made(vault, "2026-11-23T10:00", ends="2026-11-23T13:00")
    assert vault.appointments.upcoming(now=at(2026, 11, 23, 12, 59))[0].id == long
    assert vault.appointments.upcoming(now=at(2026, 11, 23, 13, 1)) == ()


def test_the_next_visit_is_planned_and_not_over(vault: Vault) -> None:
    first, second = made(vault, "2026-11-24T10:00"), made(vault, "2026-11-25T10:00")
    vault.appointments.set_state(first, AppointmentState.CANCELLED, at=MONDAY)
    visit = vault.appointments.next_visit(now=MONDAY)
    assert visit is not None
    assert visit.id == second
    assert vault.appointments.next_visit(now=Millis(MONDAY + 30 * DAY)) is None


def test_moving_a_cancelled_appointment_plans_it_again(vault: Vault) -> None:
    one = made(vault, "2026-11-24T10:00")
    vault.appointments.set_state(one, AppointmentState.CANCELLED, at=MONDAY)
    vault.appointments.reschedule(one, starts="2026-12-24T10:00", ends=None, zone="Europe/Madrid", at=later())
    kept = vault.appointments.get(one)
    assert (kept.state, kept.starts.zone) == (AppointmentState.PLANNED, "Europe/Madrid")


def test_a_visit_is_written_up_in_one_step(vault: Vault, family: Family) -> None:
    written = vault.visits.write_up(
        family.visit,
        AfterVisit(
            outcome="Friendly",
            decisions="Less salt",
            answers={family.questions[0]: "Heart"},
            answered_by="Dr Rowe",
            asked=(family.questions[1],),
            chases=(NewChase(what="Letter to us", who="Clinic", by_date="2026-12-07"),),
        ),
        at=later(),
    )
    visit = vault.appointments.get(family.visit)
    assert (visit.state, visit.outcome, visit.decisions) == (AppointmentState.DONE, "Friendly", "Less salt")
    first, second = (vault.questions.get(question) for question in family.questions[:2])
    assert (first.state, second.state) == (QuestionState.ANSWERED, QuestionState.ASKED)
    assert (first.answers[0].by_whom, first.answers[0].at) == ("Dr Rowe", visit.starts.instant())
    (chase_id,) = written.chases
    chase = vault.chases.get(chase_id)
    assert (chase.person_id, chase.appointment_id, chase.by_date) == (family.mum, family.visit, "2026-12-07")


def test_a_visit_is_written_up_whole_or_not_at_all(vault: Vault, family: Family) -> None:
    with pytest.raises(RecordRefused):
        vault.visits.write_up(
            family.visit, AfterVisit(outcome="x", chases=(NewChase(what="y", by_date="soon"),)), at=later()
        )
    assert vault.appointments.get(family.visit).outcome == ""


def test_what_is_to_be_chased_is_told_by_its_date(vault: Vault, family: Family) -> None:
    without = vault.chases.add(NewChase(what="Scales", person_id=family.mum), at=later())
    soon = vault.chases.add(NewChase(what="Form", by_date="2026-11-24"), at=later())
    assert [one.id for one in vault.chases.list()] == [soon, family.chase, without]
    vault.chases.set_done(soon, True, at=later())
    assert [one.id for one in vault.chases.list(done=True)] == [soon]
    assert [one.id for one in vault.chases.to_do()] == [family.chase, without]
    assert [one.id for one in vault.chases.list(family.mum, appointment_id=family.visit)] == [family.chase]
    vault.chases.set_done(soon, False, at=later())
    assert vault.chases.get(soon).done_at is None
