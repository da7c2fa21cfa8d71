"""Private words are recognised however they are written, and cannot be read out of what recognises them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.private import PrivateKind
from caregiver_app.vault.private_words.matcher import PrivateMatcher, PrivateText

KEY = bytes(range(32))


def matcher(*texts: PrivateText, languages: tuple[str, ...] = ("en", "es")) -> PrivateMatcher:
    return PrivateMatcher(KEY, texts, languages=languages)


def found(kind: PrivateKind, private: str, text: str, *, parts: bool = False) -> list[str]:
    hits = matcher(PrivateText(kind=kind, text=private, parts=parts)).find(text)
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("private", "text", "hits"),
    [
        ("Márta Ölveczky", "I told MARTA OLVECZKY so", ["MARTA OLVECZKY"]),
        ("Márta Ölveczky", "Marta’s tea, and Olveczky again", ["Marta’s", "Olveczky"]),
        ("Jean-Luc Petit", "with jean luc petit today", ["jean luc petit"]),
        ("O'Brady", "Mrs O’Brady's son", ["O’Brady's"]),
        ("Wren", "the wrenching pain", []),
        ("Wren", "the wrens came", ["wrens"]),
        ("Di", "did Di go", ["Di"]),
        ("山田花子", "昨日は山田花子さんと", ["山田花子"]),
        ("Ma\u200brta", "Mar\u00adta said", ["Mar\u00adta"]),
    ],
    ids=["case", "parts", "hyphen", "apostrophe", "within-a-word", "plural", "short", "no-spaces", "unseen"],
)
def test_a_name_is_recognised_in_any_writing(private: str, text: str, hits: list[str]) -> None:
    """Case, accents, possessives, plurals and unseen signs do not hide a name; parts of other words are not one."""
    assert found(PrivateKind.NAME, private, text, parts=True) == hits


def test_no_way_to_write_a_name_hides_it() -> None:
    """Letters of other scripts or with strokes, spaced out, glued together, broken over a line: it is the name."""
    hits = {
        "Roѕаlind": "Roѕаlind", "R\u0336o\u0336salind": "R\u0336o\u0336salind", "ʀᴏsᴀʟɪɴᴅ": "ʀᴏsᴀʟɪɴᴅ",
        "Røsalind": "Røsalind", "𝓡𝓸𝓼alind": "𝓡𝓸𝓼alind", "r o s a l i n d": "r o s a l i n d",
        "m.y.r.o.s.a.l.i.n.d": "r.o.s.a.l.i.n.d", "myRosalind": "Rosalind", "Rosalind2day": "Rosalind",
        "Rosa-\nlind": "Rosa-\nlind", "a\nRosa\nlind\nb": "Rosa\nlind",
    }  # fmt: skip
    missed = {text: told for text in hits if (told := found(PrivateKind.NAME, "Rosalind", text)) != [hits[text]]}
    assert missed == {}
    assert found(PrivateKind.ADDRESS, "14 Mill Lane", "#14MillLane and 14milllane") == ["14MillLane", "14milllane"]


def test_ordinary_words_are_no_names_for_being_written_together() -> None:
    """Short phrases count with their spaces only, letters that begin no private word are letters."""
    assert found(PrivateKind.NAME, "Ann E", "Anne read it") == []
    assert found(PrivateKind.NAME, "Rosalind", "a b c d e of first aid, R o s e, 1 2 3 4 5") == []


@pytest.mark.parametrize(
    "text",
    ["+44 20 7946 0958", "020 7946 0958", "(020) 7946-0958", "02079460958", "0044 20 79460958", "7946 0958"],
)
def test_a_phone_is_recognised_by_its_digits(text: str) -> None:
    """Spaces, brackets and country prefixes do not hide a number."""
    assert found(PrivateKind.PHONE, "020 7946 0958", f"call {text} now") == [text]


def test_another_phone_is_not_private() -> None:
    """Numbers that end otherwise pass."""
    assert found(PrivateKind.PHONE, "020 7946 0958", "call 020 7946 0959") == []


@pytest.mark.parametrize(
    "text",
    [
        "1941-03-07", "7/3/1941", "07.03.1941", "3/7/1941", "7 March 1941", "March 7, 1941", "7th March 1941",
        "7 mar 1941", "7 de marzo de 1941", "07/03/41",
    ],
)  # fmt: skip
def test_a_date_of_birth_is_recognised_as_people_write_it(text: str) -> None:
    """Each usual way to write a day is the same day."""
    assert found(PrivateKind.DATE, "1941-03-07", f"born {text} in Leeds") == [text]


def test_an_address_is_recognised_as_a_whole_only() -> None:
    """A street is private with its number; its single words are not."""
    assert found(PrivateKind.ADDRESS, "14 Mill Lane", "at 14, Mill lane") == ["14, Mill lane"]
    assert found(PrivateKind.ADDRESS, "14 Mill Lane", "the mill by the lane") == []


def test_the_longest_private_piece_is_the_hit() -> None:
    """Of a name within a longer one, the longer one is told."""
    texts = (PrivateText(kind=PrivateKind.NAME, text="Rosa"), PrivateText(kind=PrivateKind.PLACE, text="Rosa Court"))
    (hit,) = matcher(*texts).find("in Rosa Court")
    assert (hit.start, hit.end, hit.kind) == (3, 13, PrivateKind.PLACE)


def test_inflection_of_the_window_s_language_counts() -> None:
    """A Spanish plural is recognised where Spanish is spoken."""
    pills = PrivateText(kind=PrivateKind.MEDICINE, text="pastilla azul")
    assert matcher(pills, languages=("es",)).find("las pastillas azules")


def test_after_a_lock_it_says_that_it_cannot_tell() -> None:
    """A wiped matcher never answers that nothing is private."""
    words = matcher(PrivateText(kind=PrivateKind.NAME, text="Rosa"))
    words.wipe()
    with pytest.raises(VaultError) as told:
        words.find("Rosa")
    assert told.value.kind is VaultTrouble.LOCKED


def test_nothing_private_can_be_read_out_of_it() -> None:
    """Neither its words nor its fields hold a private word, and it cannot be sent away."""
    words = matcher(PrivateText(kind=PrivateKind.NAME, text="Rosalind", parts=True))
    assert repr(words) == "PrivateMatcher()"
    assert "rosalind" not in str(vars(words)).lower()
    with pytest.raises(TypeError):
        pickle.dumps(words)


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_gets_an_answer_within_it(private: str, text: str) -> None:
    """Hits lie in the text, in order and apart, whatever is private and whatever is asked."""
    words = matcher(*(PrivateText(kind=kind, text=private, parts=True) for kind in PrivateKind), languages=("en",))
    reached = 0
    for hit in words.find(text):
        assert reached <= hit.start < hit.end <= len(text)
        reached = hit.end


@given(st.lists(st.sampled_from(["Rosa", "took", "14", "Mill", "Lane", "pills", "é", "山"]), max_size=12))
def test_what_is_private_is_found_in_itself(words: list[str]) -> None:
    """A phrase with a word in it is recognised in exactly itself."""
    phrase = " ".join(words)
    assert bool(found(PrivateKind.NAME, phrase, phrase)) == bool(words)


def test_a_lock_in_the_midst_of_a_search_is_told() -> None:
    """What was found until then is not all there is, so it is no answer."""

    class Locking(tuple[str, ...]):
        """Languages that are asked for at each word; the lock comes then."""

        __slots__ = ()

        def __iter__(self) -> Iterator[str]:
            words.wipe()
            return super().__iter__()

    words = matcher(languages=Locking(()))
    with pytest.raises(VaultError) as told:
        words.find("Rosa")
    assert told.value.kind is VaultTrouble.LOCKED
