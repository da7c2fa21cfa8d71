"""The project's own pages on the web: the only addresses that Caregiver itself says or opens. Compiled in, never read.

No site of ours exists yet: RFC 2606 keeps this name free. Whoever publishes Caregiver names theirs here and nowhere
else; until then no release can be made (packaging/devtools/release_checks.py).
"""

from __future__ import annotations

from typing import Final

SITE: Final = "https://caregiver.example"

FETCHING_PAGE: Final = f"{SITE}/fetching"
"""Where whoever runs a server reads what asks and how often."""

GETTING_PAGE: Final = f"{SITE}/get"
"""Where a newer version is had."""
