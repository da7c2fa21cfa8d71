"""The template of translations holds every string of the code and changes only when one of them does."""

from __future__ import annotations

import json
from pathlib import Path

from translations import find_strings, template_of

_CODE = """
from caregiver_app.support.i18n import gettext as _, ngettext, pgettext

def words(n: int) -> str:
    # Translators: {n} is a number of pages
    many = ngettext("{n} page", "{n} pages", n)
    return many + _("Get updates") + pgettext("a button", "Open")
"""


def test_every_string_is_found_with_its_context_plural_and_note(tmp_path: Path) -> None:
    module = tmp_path / "caregiver_app" / "ui" / "words.py"
    module.parent.mkdir(parents=True)
    module.write_text(_CODE)
    template = template_of(find_strings(tmp_path))
    assert 'msgid "Get updates"\nmsgstr ""' in template
    assert 'msgctxt "a button"\nmsgid "Open"' in template
    assert "#. {n} is a number of pages\n#: caregiver_app/ui/words.py\n" in template
    assert 'msgid "{n} page"\nmsgid_plural "{n} pages"' in template


def test_the_points_of_a_check_are_in_it(tmp_path: Path) -> None:
    points = tmp_path / "resources" / "appraisal" / "points.json"
    points.parent.mkdir(parents=True)
    one = {"asks": "Does it have a date?", "helps": "At its foot."}
    points.write_text(json.dumps({"groups": {"who": "Who is behind it"}, "item": [one], "organisation": []}))
    template = template_of(find_strings(tmp_path))
    for words in ("Who is behind it", *one.values()):
        assert f'#: resources/appraisal/points.json\nmsgid "{words}"\n' in template


def test_moving_code_does_not_change_the_template(tmp_path: Path) -> None:
    module = tmp_path / "caregiver_app" / "words.py"
    module.parent.mkdir(parents=True)
    module.write_text(_CODE)
    before = template_of(find_strings(tmp_path))
    module.write_text(f"\n\n\n{_CODE}")
    assert template_of(find_strings(tmp_path)) == before
