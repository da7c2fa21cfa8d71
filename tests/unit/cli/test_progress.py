"""The progress bar moves on a terminal, is quiet elsewhere, and never ends the work it shows."""

from __future__ import annotations

import io

from caregiver_app.cli.progress import ProgressBar, bar_line
from caregiver_app.cli.terminal_text import cell_width
from caregiver_app.model.sync import SyncProgress
from tests.helpers.clock import StillClock


def progress(done: int, current: str = "Night news", total: int = 12) -> SyncProgress:
    return SyncProgress(done=done, total=total, current=current, new=0, failed=0)


class ClosedTerminal(io.StringIO):
    """A terminal whose window was closed."""

    def write(self, text: str) -> int:
        raise OSError


def test_the_bar_says_how_many_of_how_many_and_which() -> None:
    line = bar_line(progress(3), 80)
    assert "3 of 12" in line
    assert "Night news" in line
    assert line.startswith("[#####...............]")


def test_the_bar_never_fills_the_last_column_whatever_the_title() -> None:
    assert cell_width(bar_line(progress(3, "介護" * 100), 40)) == 39


def test_a_title_cannot_command_the_terminal_through_the_bar() -> None:
    assert "\x1b" not in bar_line(progress(1, "\x1b[2Jtitle"), 80)


def test_an_address_in_place_of_a_title_shows_no_key() -> None:
    line = bar_line(progress(1, "https://a.example/feed?token=k3JH28dkfjh2398dkjf23"), 120)
    assert "k3JH28dkfjh2398dkjf23" not in line


def test_the_bar_is_drawn_at_most_ten_times_a_second_and_always_at_the_end() -> None:
    clock, screen = StillClock(), io.StringIO()
    bar = ProgressBar(screen, clock)
    for done in range(1, 12):
        bar.show(progress(done))
        clock.advance(0.03)
    assert screen.getvalue().count("\r") == 3
    bar.show(progress(12))
    assert "12 of 12" in screen.getvalue()


def test_the_bar_leaves_an_empty_line_behind() -> None:
    screen = io.StringIO()
    bar = ProgressBar(screen, StillClock())
    bar.show(progress(1))
    bar.clear()
    assert screen.getvalue().endswith("\r")
    assert screen.getvalue().split("\r")[-2].strip() == ""


def test_a_closed_terminal_does_not_end_the_work() -> None:
    bar = ProgressBar(ClosedTerminal(), StillClock())
    bar.show(progress(1))
    bar.show(progress(12))
    bar.clear()


def test_no_stream_no_bar() -> None:
    bar = ProgressBar(None, StillClock())
    bar.show(progress(1))
    bar.clear()
