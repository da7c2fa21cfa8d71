"""Appointments go into calendars with nothing in them but what was chosen, and come out of anybody's calendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.vault.formats.calendar_reading import MOST_EVENTS, is_calendar, read_calendar
from caregiver_app.vault.formats.calendar_writing import write_calendar
from caregiver_app.vault.formats.content_lines import content_lines, escaped
from caregiver_app.vault.records.appointments import Appointment, AppointmentState, NewAppointment
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family
from tests.helpers.clock import MONDAY

ZONES = ("Europe/London", "America/New_York", "Africa/Casablanca", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC")


def made(vault: Vault, starts: str = "2026-11-23T14:30", zone: str = "Europe/London", **more: str) -> Appointment:
    new = NewAppointment(**{"title": "Memory clinic", "starts": starts, "zone": zone, **more})  # type: ignore[arg-type] # texts by name
    return vault.appointments.get(vault.appointments.add(new, at=MONDAY))


def written(*appointments: Appointment, neutral: bool = False) -> str:
    return write_calendar(appointments, neutral=neutral, at=MONDAY).decode("utf-8")


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])


def test_a_calendar_names_nobody_and_says_when_it_was_made_by_the_day_only(vault: Vault) -> None:
    text = written(made(vault, place="Ward 4", reason="Balance", with_whom="Dr Rowe"))
    names = {line.name for line in content_lines(text)}
    assert not names & {"ORGANIZER", "ATTENDEE", "METHOD", "X-WR-CALNAME", "CREATED", "LAST-MODIFIED", "URL"}
    assert "DTSTAMP:20261123T000000Z" in text
    assert "CLASS:PRIVATE" in text
    assert "LOCATION:Ward 4" in text


def test_uids_are_random_each_time(vault: Vault) -> None:
    appointment = made(vault)
    uids = {line.value for _ in range(3) for line in content_lines(written(appointment)) if line.name == "UID"}
    assert len(uids) == 3
    assert appointment.uid not in uids


def test_a_neutral_calendar_tells_when_and_nothing_else(vault: Vault) -> None:
    text = written(made(vault, place="Ward 4", reason="Balance", with_whom="Dr Rowe"), neutral=True)
    assert "SUMMARY:Appointment" in text
    assert not any(word in text for word in ("Memory", "Ward", "Balance", "Rowe"))
    assert "DTSTART;TZID=Europe/London:20261123T143000" in text


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", ["2026-01-15", "2026-03-29", "2026-07-01", "2026-10-25", "2031-12-31"])
def test_the_zone_in_the_calendar_says_of_its_hour_what_the_zone_says(vault: Vault, zone: str, day: str) -> None:
    """A reader that knows no zones takes the offsets out of VTIMEZONE; they must be those of the time itself."""
    import icalendar

    appointment = made(vault, starts=f"{day}T14:30", zone=zone)
    calendar = icalendar.Calendar.from_ical(written(appointment))
    (begin,) = (event.decoded("dtstart") for event in calendar.walk("VEVENT"))
    assert begin.astimezone(UTC) == appointment.starts.aware().astimezone(UTC)
    if zone != "UTC":
        (told,) = calendar.timezones
        theirs = told.to_tz(lookup_tzid=False)
        assert datetime.fromisoformat(f"{day}T14:30").replace(tzinfo=theirs).utcoffset() == begin.utcoffset()


def test_without_an_end_it_lasts_an_hour_also_over_the_change_of_clocks(vault: Vault) -> None:
    (taken,) = read_calendar(written(made(vault, starts="2026-10-25T00:30")), "UTC").appointments
    assert taken["ends"] == "2026-10-25T01:30"


def test_in_the_hour_that_comes_twice_an_end_is_written_after_the_beginning(vault: Vault) -> None:
    """The clock shows the same for both: a calendar would take it for a visit of no length."""
    import icalendar

    (visit,) = icalendar.Calendar.from_ical(written(made(vault, starts="2026-10-25T01:30"))).walk("VEVENT")
    begin, end = (visit.decoded(name) for name in ("dtstart", "dtend"))
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=1)


def test_an_end_that_the_clock_shows_before_the_beginning_is_left_out(vault: Vault) -> None:
    """What is kept has to be takeable: an end in the second of two hours would be one before the beginning."""
    lines = ("SUMMARY:Night carer", "DTSTART:20261025T004500Z")
    for end in ("DURATION:PT30M", "DTEND:20261025T011500Z"):
        (taken,) = read_calendar(event(*lines, end), "Europe/Madrid").appointments
        assert (taken["starts"], taken["ends"]) == ("2026-10-25T02:45", None)
        assert made(vault, starts=str(taken["starts"]), zone=str(taken["zone"])).ends is None


@given(title=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=120))
def test_any_title_written_by_any_program_is_read_back(title: str) -> None:
    text = event("UID:1", "DTSTART:20261123T143000Z", f"SUMMARY:{escaped(title)}")
    (taken,) = read_calendar(text, "UTC").appointments
    assert taken["title"] == (title.strip() or "2026-11-23 14:30")


def test_times_are_read_on_the_clock_they_are_meant_for() -> None:
    begins = {
        "DTSTART;TZID=America/New_York:20261123T093000": ("2026-11-23T09:30", "America/New_York"),
        "DTSTART:20261123T093000Z": ("2026-11-23T10:30", "Europe/Berlin"),
        "DTSTART:20261123T093000": ("2026-11-23T09:30", "Europe/Berlin"),
        "DTSTART;TZID=Eastern Standard Time:20261123T093000": ("2026-11-23T09:30", "America/New_York"),
        "DTSTART;TZID=/example.org/20260101/Asia/Tokyo:20261123T093000": ("2026-11-23T09:30", "Asia/Tokyo"),
        "DTSTART;VALUE=DATE:20261123": ("2026-11-23T00:00", "Europe/Berlin"),
        "DTSTART;TZID=Moon/Base:20261123T093000": ("2026-11-23T09:30", "Europe/Berlin"),
    }
    for line, expected in begins.items():
        found = read_calendar(event("UID:1", line, "SUMMARY:Visit"), "Europe/Berlin")
        (taken,) = found.appointments
        assert (taken["starts"], taken["zone"]) == expected
        assert found.unknown_zones == ("Moon" in line)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("DTEND:20261123T103000Z", "2026-11-23T11:30"),
        ("DURATION:PT1H30M", "2026-11-23T12:00"),
        ("DURATION:P1D", "2026-11-24T10:30"),
        ("DTEND:20261123T083000Z", None),
        ("DURATION:-PT5M", None),
        ("DURATION:P9999W", None),
        ("DTEND:99999999T999999Z", None),
        ("X-NOTHING:1", None),
    ],
)
def test_ends_are_read_where_they_make_sense(end: str, expected: str | None) -> None:
    (taken,) = read_calendar(event("UID:1", "DTSTART:20261123T093000Z", end), "Europe/Berlin").appointments
    if "9999W" in end:
        assert taken["ends"] is None or taken["ends"] > "2200"
    else:
        assert taken["ends"] == expected


def test_of_what_repeats_the_first_date_is_taken_and_that_is_told() -> None:
    found = read_calendar(event("UID:1", "DTSTART:20261123T093000Z", "RRULE:FREQ=SECONDLY"), "UTC")
    assert (len(found.appointments), found.repeating) == (1, 1)


def test_alarms_inside_an_event_say_nothing_of_it() -> None:
    inside = ("BEGIN:VALARM", "DESCRIPTION:Wake up", "DURATION:PT1M", "END:VALARM")
    (taken,) = read_calendar(event("UID:1", *inside, "DTSTART:20261123T093000Z"), "UTC").appointments
    assert (taken["reason"], taken["ends"]) == ("", None)


def test_the_same_event_has_the_same_uid_from_whichever_file() -> None:
    lines = ("UID:one@example.org", "DTSTART:20261123T093000Z")
    first, again = (read_calendar(event(*lines, f"SUMMARY:{n}"), "UTC").appointments[0] for n in "ab")
    (moved,) = read_calendar(event(*lines, "RECURRENCE-ID:20261123T093000Z"), "UTC").appointments
    assert first["uid"] == again["uid"] != moved["uid"]


@pytest.mark.parametrize(
    "begin", ["", "DTSTART:", "DTSTART:20261340T990000", "DTSTART:00010101T000000Z", "DTSTART:99991231", "DTSTART:soon"]
)
def test_events_without_a_time_that_can_be_are_left_out_and_counted(begin: str) -> None:
    found = read_calendar(event("UID:1", begin, "SUMMARY:x"), "UTC")
    assert (found.appointments, found.left_out) == ((), 1)


def test_more_events_than_anybody_has_are_left_out() -> None:
    one = "BEGIN:VEVENT\nDTSTART:20261123T093000Z\nEND:VEVENT\n"
    found = read_calendar(f"BEGIN:VCALENDAR\n{one * (MOST_EVENTS + 3)}END:VCALENDAR\n", "UTC")
    assert (len(found.appointments), found.left_out) == (MOST_EVENTS, 3)


@given(text=st.text(max_size=300), zone=st.sampled_from(ZONES))
def test_any_text_is_read_without_an_error(text: str, zone: str) -> None:
    read_calendar(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261123T093000Z\n{text}\nEND:VEVENT", zone)
    read_calendar(event(f"DTSTART;TZID={text}", f"DTSTART:{text}", f"DURATION:{text}", f"STATUS:{text}"), zone)


def test_what_is_no_calendar_is_told() -> None:
    assert is_calendar("\ufeff\r\nbegin:vcalendar")
    assert not is_calendar("BEGIN:VCARD")


def test_a_cancelled_visit_comes_back_as_one(vault: Vault, family: Family) -> None:
    vault.appointments.set_state(family.visit, AppointmentState.CANCELLED, at=MONDAY)
    (taken,) = read_calendar(written(vault.appointments.get(family.visit)), "UTC").appointments
    assert taken["state"] == "cancelled"
    assert ZoneInfo(taken["zone"]) == ZoneInfo("Europe/London")
