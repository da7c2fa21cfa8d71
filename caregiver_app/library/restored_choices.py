"""Which choices a backup may bring. It may come from anybody: a choice that nobody thought of here does not come in.

No choice that comes in names a file or a folder, opens anything, or lets the computer ask anybody.
"""

from __future__ import annotations

from typing import Final

from caregiver_app.library.choices import SETTINGS
from caregiver_app.library.ledger import LIFE_DAYS
from caregiver_app.library.offline_copies import LIMIT
from caregiver_app.library.topics import COUNTRY, LANGUAGE

OF_THIS_COMPUTER: Final = (
    *("stay_offline", "proxy", "updates_when", "notices_often", "notices_tell"),
    *(LIFE_DAYS, SETTINGS, "studio_channels"),
)
"""How this computer connects and when, what it tells of that, how its window is, and which folders it has. They stay as
they are here, whatever comes in.
"""

STRICTER: Final = frozenset({"stay_offline"})
"""Of these a yes comes in where this computer never said anything: whoever wanted no connections wants none on a new
computer. A backup may so keep it from asking anybody, and never lets it.
"""

BROUGHT: Final = frozenset({
    *(COUNTRY, LANGUAGE, "topics_asked"),
    *("tidy", "tidied_at", LIMIT),
    *("backed_up_at", "notes_backed_up_at"),
    *("share_log", "reviewer"),
    *("notices_offer_over", "first_tips"),
})  # fmt: skip
"""All that comes in, by name. Left out are also where a first start stands, where in the window somebody was
(`stood_at`: it names a page by its number in another library), of which newer Caregiver nothing more is to be said
(`newer_caregiver_put_away`: a backup hides none), that nothing more is to be said of where the folder lies
(`folder_place_put_away`, `folder_place_told`: on another computer it lies elsewhere), and what ships
(`built_in_packs`): packs are put in place again, whatever a backup says that it has of them.
"""
