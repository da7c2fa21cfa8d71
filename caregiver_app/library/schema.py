"""The schema of `library.db`, made by numbered migrations. docs/formats/library.md explains its tables for people.

Three kinds of tables never mix: what sync may replace (articles, entries, texts, source states), what a person set
(marks, choices, tombstones), and what can be made anew from the others (the search index).
"""

from __future__ import annotations

from caregiver_app.library.schema_search import SEARCH
from caregiver_app.library.schema_v1 import VERSION_1
from caregiver_app.library.schema_v2 import VERSION_2
from caregiver_app.library.schema_v3 import VERSION_3
from caregiver_app.library.schema_v4 import VERSION_4
from caregiver_app.library.schema_v5 import VERSION_5
from caregiver_app.library.schema_v6 import VERSION_6
from caregiver_app.library.schema_v7 import VERSION_7
from caregiver_app.library.schema_v8 import VERSION_8
from caregiver_app.library.schema_v9 import VERSION_9
from caregiver_app.library.schema_v10 import VERSION_10
from caregiver_app.library.schema_v11 import VERSION_11
from caregiver_app.storage.schema import Migration, Schema

APPLICATION_ID = 0x43415245  # "CARE"

LIBRARY_SCHEMA = Schema(
    application_id=APPLICATION_ID,
    migrations=(
        Migration(to=1, statements=(*VERSION_1, *SEARCH)),
        Migration(to=2, statements=VERSION_2),
        Migration(to=3, statements=VERSION_3),
        Migration(to=4, statements=VERSION_4),
        Migration(to=5, statements=VERSION_5),
        Migration(to=6, statements=VERSION_6),
        Migration(to=7, statements=VERSION_7),
        Migration(to=8, statements=VERSION_8),
        Migration(to=9, statements=VERSION_9),
        Migration(to=10, statements=VERSION_10),
        Migration(to=11, statements=VERSION_11),
    ),
)
