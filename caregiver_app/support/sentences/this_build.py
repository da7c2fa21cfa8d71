"""How this build of Caregiver is called: on the command line, in About, and where somebody is asked for help."""

from __future__ import annotations

from datetime import UTC, datetime

from caregiver_app.model.time import from_datetime
from caregiver_app.support.i18n import format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.this_build import ThisBuild


def build_words(build: ThisBuild) -> str:
    """Return the version, with the day and commit of a build."""
    if build.day is None:
        # Translators: {version} is a number such as 1.2.0; this copy was not built, it runs from its source code
        return _("{version}, from source").format(version=build.version)
    noon = datetime(build.day.year, build.day.month, build.day.day, 12, tzinfo=UTC)
    day = format_short_day(from_datetime(noon), UTC, year=True)
    # Translators: e.g. "1.2.0, built on 27 November 2026 (3f2a9c1b7d40)"
    return _("{version}, built on {day} ({commit})").format(version=build.version, day=day, commit=build.commit)
