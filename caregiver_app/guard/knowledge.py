"""What a scan is told besides the text: where somebody lives, which numbers are everybody's, who knows links and notes.

`bootstrap` hands it over, so that the guard itself reaches neither files nor notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from caregiver_app.model.private import PrivateWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """`regions` (ISO 3166) are whose numbers are read without a country code, the person's own first.

    `public_numbers` holds region and number of lines that may stand in any text. `holds_token` tells whether a link
    carries something private. `private_words` recognises the words of open care notes, None where there are none.
    """

    regions: tuple[str, ...] = ("GB", "US", "CA", "AU", "NZ", "IE")
    public_numbers: tuple[tuple[str, str], ...] = ()
    holds_token: Callable[[str], bool] | None = None
    private_words: PrivateWords | None = None
