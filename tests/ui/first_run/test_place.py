"""Where a first start stands is read from the library, whatever else came to stand there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from caregiver_app.ui.first_run.place import PASSED, Stand, StepKey, end, keep_place, stand_of
from caregiver_app.ui.widgets.step_row import StepState
from tests.helpers.library import a_library


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("topics=skipped packs=not_needed", {"topics": StepState.SKIPPED, "packs": StepState.NOT_NEEDED}),
        ("topics=here packs= =done notes unknown=done welcome=done=done", {}),
        ("topics=ahead\u2028packs=done", {"packs": StepState.DONE}),
    ],
)
def test_how_steps_were_left_is_read_where_it_makes_sense(
    tmp_path: Path, kept: str, read: dict[str, StepState]
) -> None:
    with closing(a_library(tmp_path)) as library:
        keep_place(library, Stand(StepKey.UPDATES, {"welcome": StepState.DONE}))
        assert stand_of(library, has_begun=False) == Stand(StepKey.UPDATES, {"welcome": StepState.DONE})
        library.choices.put(PASSED, kept)
        assert stand_of(library, has_begun=True) == Stand(StepKey.UPDATES, read)
        end(library)
        assert stand_of(library, has_begun=False) is None
