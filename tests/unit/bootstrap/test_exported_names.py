"""No name that a person gave to a source or a topic leaves in a list before the guard has read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from caregiver_app.bootstrap.exported_names import names_that_leave
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.source import NewSource, SourceId
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.made_sources import a_source
from tests.helpers.silent_door import SilentDoor
from tests.helpers.vaults import open_made_care

OWN = a_source(1, url="https://clinic.example.org/feed", title="What Rosalind reads", topics=("Rosalind", "dementia"))
TYPED = {SourceId(1): "Clinic news"}
TOPICS = {"Rosalind": "Rosalind"}


def test_a_name_with_a_word_of_the_notes_gives_way_to_the_publishers(tmp_path: Path) -> None:
    care = open_made_care(tmp_path / "data")
    vault = care.open()
    vault.people.add("Rosalind", at=MONDAY)
    vault.close()
    trust = a_source(2, url="https://b.example.org/", title="Rosalind Trust", topics=("dementia",))
    shipped = replace(trust, uid="starter/trust")
    names = names_that_leave([OWN, shipped], TYPED, TOPICS, Guarding(care))
    assert [(each.title, each.topics) for each in names.sources] == [
        ("Clinic news", ("dementia",)),
        ("Rosalind Trust", ("dementia",)),
    ]
    assert (names.left_out, names.unchecked) == (2, False)
    care.lock()


def test_addresses_and_publishers_titles_with_words_of_the_notes_do_not_leave(tmp_path: Path) -> None:
    care = open_made_care(tmp_path / "data")
    vault = care.open()
    vault.people.add("Rosalind Quillfeather", at=MONDAY)
    vault.close()
    search = a_source(1, url="https://news.example.org/rss?q=%2552osalind+Quillfeather+Leeds", title="News")
    titled = a_source(2, url="https://b.example.org/feed", title="News - Rosalind Quillfeather")
    at_home = a_source(3, url="https://c.example.org/feed", title="C", homepage="https://c.example.org/rosalind")
    other = a_source(4, url="https://d.example.org/feed", title="D", homepage="https://d.example.org/")
    publishers = {SourceId(2): "Rosalind Quillfeather's news"}
    names = names_that_leave([search, titled, at_home, other], publishers, {}, Guarding(care))
    assert [(each.title, each.homepage) for each in names.sources] == [
        ("b.example.org", ""),
        ("C", ""),
        ("D", "https://d.example.org/"),
    ]
    assert (names.hidden, names.left_out, names.unchecked) == ((SourceId(1),), 1, False)
    care.lock()


def test_while_notes_are_locked_no_name_that_was_given_leaves(tmp_path: Path) -> None:
    care = open_made_care(tmp_path / "data")
    care.lock()
    named = a_source(1, url="https://clinic.example.org/feed", title="Ours", topics=("Mornings",))
    names = names_that_leave([named], {SourceId(1): ""}, {"Mornings": "Mornings"}, Guarding(care))
    assert [(each.title, each.topics) for each in names.sources] == [("clinic.example.org", ())]
    assert (names.left_out, names.unchecked) == (2, True)
    assert names_that_leave([named], {}, {}, Guarding(care)).unchecked is False


def test_while_notes_are_locked_it_is_said_how_many_addresses_nobody_could_read(tmp_path: Path) -> None:
    """A list without what somebody added would be none: so it is written, and said."""
    care = open_made_care(tmp_path / "data")
    vault = care.open()
    vault.people.add("Rosalind Quillfeather", at=MONDAY)
    vault.close()
    added = a_source(1, url="https://news.example.org/rss?q=rosalind", title="News")
    shipped = replace(a_source(2, url="https://b.example.org/", title="Trust"), uid="starter/trust")
    assert names_that_leave([added, shipped], {}, {}, Guarding(care)).unread == 0
    care.lock()
    names = names_that_leave([added, shipped], {}, {}, Guarding(care))
    assert (len(names.sources), names.unread, names.hidden) == (2, 1, ())


def test_an_exported_list_holds_no_name_that_gives_somebody_away(tmp_path: Path) -> None:
    services = build_services(Paths(data_dir=tmp_path / "data"), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    for number, (title, topic) in enumerate([("Falls", "Nights"), ("Mum, 07700 900123", "Call 07700 900124")]):
        library.topics.define(topic, topic, number, author="user")
        new = NewSource(uid=f"user/{number}", url=f"https://s{number}.example.org/", title=title, topics=(topic,))
        library.sources.add(new, at=MONDAY)
    written = services.export_opml(library)
    library.close()
    services.close()
    text = written.data.decode()
    assert (written.written, written.names_left_out, written.names_unchecked) == (2, 2, False)
    assert "07700" not in text
    assert 'text="Nights"' in text
    assert 'text="s1.example.org"' in text
