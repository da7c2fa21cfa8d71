"""American words are made of a short list, the same every time, and the list holds nothing that is no longer said."""

from __future__ import annotations

import gettext
import io
import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from caregiver_app.support.resources import resource
from catalogue_files import Forms, forms_of, messages_of
from catalogue_variants import Variant, compiled_variant, read_variant, variant_complaints, varied

_PLURALS = "nplurals=2; plural=(n != 1);"


@pytest.fixture
def template() -> Catalog:
    catalog = Catalog()
    catalog.add("Carer's card for {organisation}, --organisation")
    catalog.add(("{count} organisation", "{count} organisations"))
    catalog.add("Put in the USB stick", context="a button")
    catalog.add("A postcode leads to a few houses.")
    catalog.add("Save")
    return catalog


def _american(**more: str) -> Variant:
    words = {"carer's": "caregiver's", "organisation": "organization", "organisations": "organizations"}
    words |= {"usb stick": "flash drive", **more}
    return Variant(
        code="en_US", words=words, whole={"A postcode leads to a few houses.": "A ZIP code is a neighborhood."}
    )


def _written(message: Message) -> Forms:
    said: Forms = message.id
    return said


def test_words_change_fields_options_and_all_else_stay(template: Catalog) -> None:
    words = gettext.GNUTranslations(
        io.BytesIO(
            compiled_variant(_american(), varied(_american(), _written, template), plurals=_PLURALS, window="complete")
        )
    )
    asked = "Carer's card for {organisation}, --organisation"
    assert words.gettext(asked) == "Caregiver's card for {organisation}, --organisation"
    counted = [words.ngettext("{count} organisation", "{count} organisations", count) for count in (1, 2)]
    assert counted == ["{count} organization", "{count} organizations"]
    assert words.pgettext("a button", "Put in the USB stick") == "Put in the flash drive"
    assert words.gettext("A postcode leads to a few houses.") == "A ZIP code is a neighborhood."
    assert len(list(messages_of(varied(_american(), _written, template)))) == 4, "Save is the same"
    assert words.info()["x-window"] == "complete"


def test_a_list_holds_only_what_is_said_and_fits(template: Catalog) -> None:
    assert list(variant_complaints(_american(), _written, template)) == []
    old = _american(lorry="truck")
    assert list(variant_complaints(old, _written, template)) == ["en_US: nothing says 'lorry'"]
    wrong = Variant(code="en_US", words={}, whole={"Save": "Keep.", "Open": "Open up"})
    assert list(variant_complaints(wrong, _written, template)) == [
        "en_US: does not fit 'Save': 'Keep.'",
        "en_US: nothing says 'Open'",
    ]


def test_spanish_of_america_keeps_its_genders() -> None:
    """A word that changes its gender takes the words before it along."""
    file = resource("resources", "translations", "es_US", "LC_MESSAGES", "caregiver.mo")
    with file.open("rb") as data:
        said = [form for message in messages_of(read_mo(data)) for form in forms_of(message.string)]
    masculine = re.compile(r"\b(el|[ad]el|al|un|est?e|otros?|algunos|los|propios?|nuevo) computadora", re.IGNORECASE)
    assert any("computadora" in text for text in said)
    assert [text for text in said if masculine.search(text)] == []


def test_the_lists_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "es_US.json"
    path.write_text(json.dumps({"words": {"ordenador": "computadora"}, "whole": {}}))
    assert read_variant(path) == Variant(code="es_US", words={"ordenador": "computadora"}, whole={})
    assert read_variant(path).language == "es"
