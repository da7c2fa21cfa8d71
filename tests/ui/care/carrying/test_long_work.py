"""Long work in open notes is shown with a bar and Stop, one at a time; Stop and a lock end it and say what holds."""

from __future__ import annotations

from caregiver_app.bootstrap.care_files import OpenCare
from caregiver_app.model.errors import Cancelled
from caregiver_app.ui.care.long_work import HowFar
from caregiver_app.ui.tasks import TaskControl
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_of, lock, unlock
from tests.helpers.whole_window import Opened, wait_until

PATIENCE_S = 30


def until_stopped(_care: OpenCare, control: TaskControl[HowFar]) -> None:
    control.progress(HowFar(done=2, total=5))
    control.cancel.wait(PATIENCE_S)
    control.check()


def test_work_is_shown_stopped_and_ended_by_a_lock(opened: Opened) -> None:
    body = unlock(opened)
    work, strip = care_of(opened).desk.work, body.work.strip
    done: list[None] = []
    wrong: list[BaseException] = []
    assert work.begin("Saving", until_stopped, done.append, failed=wrong.append)
    wait_until(lambda: strip.bar.value() == 2, "the bar")
    assert (strip.bar.maximum(), strip.bar.accessibleName(), body.work.isVisible()) == (5, "Saving", True)
    assert_accessible(body.work)
    assert not work.begin("Another", until_stopped, done.append)
    assert opened.message == "Something else is still being done here."
    opened.whole.window.messages.drop("busy")
    strip.stop.click()
    wait_until(lambda: not work.busy, "the end")
    assert opened.message == "Stopped. Nothing is half done."
    assert (done, [type(error) for error in wrong], body.work.isVisible()) == ([], [Cancelled], False)

    opened.whole.window.messages.drop("stopped")
    assert work.begin("Erasing", until_stopped, done.append, stopped="Some of it is left.")
    lock(opened)
    opened.quiet()
    assert opened.message == "Locking your care notes stopped what was being done. Some of it is left."
    assert (done, work.busy, work.words) == ([], False, "")
