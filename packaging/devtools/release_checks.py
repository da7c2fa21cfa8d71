"""What must be so before a release, beside all that `dev.py check` looks at. Each answer is empty where all is well."""

from __future__ import annotations

import decimal
import platform
import re
from datetime import UTC, date, datetime
from pathlib import Path
from xml.parsers import expat

from devtools.checks import Check, complaints_of
from devtools.development_roots import refused_in
from devtools.last_commit import changed_files, tracked_files
from devtools.locks import stale_locks
from devtools.places import PACKAGING, ROOT
from devtools.said import application_id_of, line_in, site_of, version_of

_PLAIN = re.compile(
    r"(?:0|[1-9][0-9]{0,3})(?:\.(?:0|[1-9][0-9]{0,3})){2}"
)  # as caregiver_app/support/app_versions.py reads it
_BUILT_ON = re.compile(r"^BUILT_ON = date\((\d+), (\d+), (\d+)\)$", re.MULTILINE)
_HEADING = re.compile(r"^## (.*)$", re.MULTILINE)
_RELEASE = re.compile(r'<release version="([^"]*)" date="([^"]*)"')
_HOMEPAGE = re.compile(r'<url type="homepage">([^<]*)</url>')
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_OUR_SITE = re.compile(rf"https://((?:{_LABEL}\.)+(?![0-9]+(?:/|$)){_LABEL})(?:/[!-~]*)?")
"""A name of the public net, without port or person, and no number: that would be an address."""

_NOBODYS = (
    *("example", "example.com", "example.net", "example.org", "invalid", "localhost", "test"),
    *("alt", "arpa", "internal", "local", "onion"),
)
"""Names that are nobody's, or known in one house or another net alone (RFC 2606, 6761, 6762, 7686, 8375, 9476)."""


def release_checks(root: Path = ROOT) -> tuple[Check, ...]:
    """Return the checks of a release."""
    return (
        Check("clean tree", lambda: "\n".join(f"not committed: {name}" for name in changed_files(root))),
        Check("changelog", lambda: heading_trouble(root)),
        Check("build day", lambda: build_day_trouble(root, datetime.now(UTC).date())),
        Check("own site", lambda: site_trouble(root)),
        Check("application id", lambda: id_trouble(root)),
        Check("reports", lambda: reports_trouble(root)),
        Check("metainfo", lambda: metainfo_trouble(root)),
        Check("samples", lambda: complaints_of(str(PACKAGING / "make_samples.py"), "--check")),
        Check("roots, keys", lambda: "\n".join(refused_in(root, tracked_files(root)))),
        Check("locks", lambda: "\n".join(f"{name} is out of date: python3 dev.py lock" for name in stale_locks())),
    )


def carried_parts() -> str:
    """Return what a folder frozen by this Python carries of it, which no lock says: "Python 3.11.15, Expat ..."."""
    xml = expat.EXPAT_VERSION.removeprefix("expat_")
    return f"Python {platform.python_version()}, Expat {xml}, libmpdec {decimal.__libmpdec_version__}"


def heading_trouble(root: Path) -> str:
    """Say what keeps the newest heading of the changelog from being `VERSION, DAY` of what is to be released."""
    version, newest = version_of(root), line_in(root / "CHANGELOG.md", _HEADING)[1]
    if _PLAIN.fullmatch(version) is None:
        return f"{version} is no version such as 1.2.0."
    if _day_in(newest, version) is None:
        return f'CHANGELOG.md begins with "{newest}", where "{version}, DAY" must stand, DAY such as 2026-12-01.'
    return ""


def build_day_trouble(root: Path, today: date) -> str:
    """Say what is wrong with the day on which this version was made (caregiver_app/support/build_day.py)."""
    built_on = date(*map(int, line_in(root / "caregiver_app" / "support" / "build_day.py", _BUILT_ON).groups()))
    if built_on > today:
        return f"BUILT_ON is {built_on}: a day to come would make every right clock wrong."
    told = _day_in(line_in(root / "CHANGELOG.md", _HEADING)[1], version_of(root))
    return "" if told == built_on else f"BUILT_ON is {built_on}, and CHANGELOG.md says {told or 'no day'}."


def site_trouble(root: Path) -> str:
    """Say whether the project's own pages are nobody's still (caregiver_app/support/own_pages.py)."""
    site = site_of(root)
    host = _host_of(site)
    if host == "" or f".{host}".endswith(tuple(f".{name}" for name in _NOBODYS)):
        return f"{site} is no site of ours: families would be sent to it for a newer version."
    return ""


def id_trouble(root: Path) -> str:
    """Say whether desktops are told a name that belongs to another site than the project's own, where that is one."""
    told = application_id_of(root)
    host = _host_of(site_of(root))
    ours = ".".join(reversed(host.split(".")))
    if host == "" or told.casefold().startswith(f"{ours}."):
        return ""
    return f"{told} is not of {host}: {ours}.Caregiver is. docs/other-systems.md says where it stands."


def reports_trouble(root: Path) -> str:
    """Say where is written still that nobody can tell of a hole in private."""
    names = ("SECURITY.md", "README.md")
    unset = [name for name in names if "not set yet" in (root / name).read_text(encoding="utf-8")]
    return f"Where to report a hole is not set yet: {', '.join(unset)}." if unset else ""


def metainfo_trouble(root: Path) -> str:
    """Say what software centres are not told: this version with its day, before older ones, and our own pages."""
    file = root / "packaging" / "linux" / f"{application_id_of(root)}.metainfo.xml"
    if not file.is_file():
        return f"{file.name} is not there."
    told = file.read_text(encoding="utf-8")
    version = version_of(root)
    newest, homepage = _RELEASE.search(told), _HOMEPAGE.search(told)
    day = _day_in(line_in(root / "CHANGELOG.md", _HEADING)[1], version)
    if newest is None or newest.groups() != (version, str(day)):
        return f'{file.name} must name first <release version="{version}" date="{day or "DAY"}"/>.'
    if homepage is None or homepage[1] != site_of(root):
        return f'{file.name} must name <url type="homepage">{site_of(root)}</url>.'
    return ""


def _host_of(site: str) -> str:
    """Return the name of a site, or nothing where it is none of the public net."""
    of_ours = _OUR_SITE.fullmatch(site)
    return "" if of_ours is None else of_ours[1]


def _day_in(heading: str, version: str) -> date | None:
    said, _, day = heading.partition(", ")
    try:
        return date.fromisoformat(day) if said == version else None
    except ValueError:
        return None
