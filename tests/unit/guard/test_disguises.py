"""What a reader sees is found however it is written, and what is found points at all of it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.guard.broken import broken_numbers, broken_words, marked_words
from caregiver_app.guard.disguises import glued_words, letters_as_digits, percent_coded, spaced_out
from caregiver_app.guard.plain import read_plain
from caregiver_app.guard.reading import readings
from caregiver_app.model.guard import FindingKind, Level
from caregiver_app.model.private import PrivateKind
from caregiver_app.vault.private_words.matcher import PrivateMatcher, PrivateText
from tests.helpers.guarding import findings, found, messages

PHONE, NUMBER, CARD, IBAN = FindingKind.PHONE, FindingKind.NATIONAL_NUMBER, FindingKind.CARD, FindingKind.IBAN
EMAIL, NAME, POSTCODE, ADDRESS = FindingKind.EMAIL, FindingKind.NAME, FindingKind.POSTCODE, FindingKind.ADDRESS
_KEYCAP = "\ufe0f\u20e3"


def _keycaps(digits: str) -> str:
    return "".join(digit + _KEYCAP if digit.isdigit() else digit for digit in digits)


def _on_each(digits: str, sign: str) -> str:
    return "".join(digit + sign for digit in digits)


DISGUISED = (
    (PHONE, _keycaps("07911 123456")),
    (PHONE, "⓪⑦⑨①① ①②③④⑤⑥"),
    (PHONE, "⓿❼❾❶❶ ❶❷❸❹❺❻"),
    (PHONE, "𝟎𝟕𝟗𝟏𝟏 𝟏𝟐𝟑𝟒𝟓𝟔"),
    (PHONE, "07\u034f911 12\ufe0f34\ufe0e56"),
    (PHONE, _on_each("01159783456", "\u0336")),
    (PHONE, "079\U000e002011 1234\u206456"),
    (PHONE, "0\u31647911\uffa0 123456"),
    (PHONE, "О7911 123456"),
    (PHONE, "O7911 l23456"),
    (PHONE, "0.1.1.5.9.7.8.3.4.5.6"),
    (PHONE, "07911•123•456"),
    (PHONE, "07911 \N{TELEPHONE RECEIVER} 123456"),
    (PHONE, "07911_123_456"),
    (PHONE, "07911, 123456"),
    (PHONE, "07911\n123456"),
    (PHONE, "07911\r\n  123 456"),
    (PHONE, "0115978\u00ad3456"),
    (PHONE, "9ϛㄣƐ8ㄥ6ϛ⇂⇂0"),
    (PHONE, "%30%37911 12345%36"),
    (NUMBER, "943 476\n5919"),
    (PHONE, "9 4 3 4 7 6 5 9 1 9"),
    (PHONE, "943-476-\n5919"),
    (NUMBER, "ＰＲ１２３６１２Ｃ"),
    (NUMBER, "РR 12 36 12 С"),
    (CARD, "4012 8888\n8888 1881"),
    (CARD, "4012·8888·8888·1881"),
    (CARD, _on_each("4012888888881881", "\u20e3")),
    (IBAN, "GB82 WEST 1234\n5698 7654 32"),
    (IBAN, "GB82·WEST·1234·5698·7654·32"),
    (POSTCODE, "LS1\n4AP"),
    (POSTCODE, "LS\n1 4AP"),
    (POSTCODE, "LS1 4\nAP"),
    (PHONE, "(0115)\n978 3456"),
    (PHONE, "+44\n115 978 3456"),
    (IBAN, "GB82 WE\nST 1234 5698 7654 32"),
    (CARD, "4012 88\n88 8888 1881"),
    (POSTCODE, "L\u200bS1 4\ufe0fAP"),
    (EMAIL, "joan.carer@exam\nple.org"),
    (EMAIL, "joan.carer\n@example.org"),
    (EMAIL, "joan\u00adcarer@exam\u00adple.org"),
    (EMAIL, "joan%40example.org"),
    (EMAIL, "joan%2540example%2eorg"),
    (EMAIL, '"joan carer"@example.org'),
    (EMAIL, "joan at example dot com"),
    (EMAIL, "joan @ example . org"),
    (EMAIL, "ƃɹo˙ǝldɯɐxǝ@uɐoɾ"),
    (NAME, "Мrs Whitсombe"),
    (NAME, "M\u0336r\u0336s W\u0336h\u0336i\u0336t\u0336combe"),
    (NAME, "𝓜𝓻𝓼 𝓦𝓱𝓲𝓽𝓬𝓸𝓶𝓫𝓮"),
    (ADDRESS, "12\nAcacia Avenue"),
    (ADDRESS, "12%20Acacia%20Avenue"),
)  # fmt: skip


def test_what_is_disguised_is_found_as_a_whole() -> None:
    missed = {}
    for kind, written in DISGUISED:
        text = f"\N{WAVING HAND SIGN} So: {written} ok"
        held = [each for each in findings(text) if each.kind is kind]
        if [each.text.strip() for each in held] != [written]:
            missed[written] = [(each.kind.value, each.text) for each in findings(text)]
    assert missed == {}


PRIVATE = PrivateMatcher(
    bytes(32),
    [
        PrivateText(kind=PrivateKind.NAME, text="Rosalind Whitcombe", parts=True),
        PrivateText(kind=PrivateKind.ADDRESS, text="14 Mill Lane"),
        PrivateText(kind=PrivateKind.PHONE, text="020 7946 0958"),
    ],
)
PRIVATE_DISGUISED = (
    "R, o, s, a, l, i, n, d", "R\no\ns\na\nl\ni\nn\nd", "Ros*alind", "Ros</b>alind", "Ros\N{ROSE}alind", "Rosal1nd",
    "R05alind", "R o s a l i n d", "r.o.s.a.l.i.n.d", "Ro\u034fsa\u200blind", "Ros\n alind", "Rosa-\nlind",
    _on_each("Rosalind", "\u0336"), "𝕽𝖔𝖘𝖆𝖑𝖎𝖓𝖉", "Ｒｏｓａｌｉｎｄ", "Rоsаlind", "ʀᴏsᴀʟɪɴᴅ", "Røsalind", "puılɐsoɹ",
    "R%6Fsalind", "%52%6F%73%61lind", "🅡🅾salind", "🇷 🇴 🇸 🇦 🇱 🇮 🇳 🇩",
    "".join(chr(0xE0000 + ord(sign)) for sign in "Rosalind"), _keycaps("14") + " Mill Lane", "14millLANE",
    _keycaps("020 7946 0958"), "020_7946_0958", "020 7946\n0958",
)  # fmt: skip
PRIVATE_WITHIN = (
    ("See #RosalindsNews", "Rosalind"),
    ("myMumRosalind2day", "Rosalind"),
    ("rosalindwhitcombe", "rosalindwhitcombe"),
    ("m y m u m r o s a l i n d", "r o s a l i n d"),
    ("https://x.example/for/%52osalind?utm_source=a", "%52osalind"),
    ("https://x.example/for/RosalindWhitcombe", "Rosalind"),
    ("%ff%52osalind %c3%52osalind", "%52osalind"),
)


def test_private_words_are_found_in_every_disguise() -> None:
    missed = {}
    for written in PRIVATE_DISGUISED:
        text = f"And {written} said"
        held = [each for each in findings(text, private_words=PRIVATE) if each.level is Level.STOP]
        if [each.text for each in held] != [written]:
            missed[written] = [(each.kind.value, each.text) for each in findings(text, private_words=PRIVATE)]
    for text, piece in PRIVATE_WITHIN:
        told = [each.text for each in findings(text, private_words=PRIVATE)]
        if not any(piece in each for each in told):
            missed[text] = [("", each) for each in told]
    assert missed == {}


def test_ordinary_writing_raises_no_alarm() -> None:
    """Lists, scales, units, dates and helplines, also one below the other, give nobody away."""
    calm = [
        "Rate the pain: 0 1 2 3 4 5.", "from 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "*Eat* well, _rest_ well",
        "A B C D of first aid", "Samaritans 116 123\nChildline 0800 1111\nNHS 111",
        "250\n500 mg", "10:30, 12:45, 14:00", "in 2024, 2025, 2026", "1,000,000 people", "7.30 am\n8.15 pm",
        "Vitamin D, B12 and B6\n400 IU", "MedlinePlus, YouTube and iPhone 12", "https://nhs.uk/a%20b?p=12%2F03%2F2026",
        "Call 116 123\n24 hours a day", "Step 1\n2 tablets", "50% off, 100%25", "/ˈpɑːkɪnsən/ and /ˈælts.haɪmə/",
        "Все хорошо, мы читаем", "Ελλάδα και Κύπρος", "o.k. a.s.a.p.", "• Eat\n• Drink 6 to 8 cups\n• Rest",
    ]  # fmt: skip
    calm += [each.text.replace(". ", ".\n").replace(", ", ",\n") for each in messages("clean")]
    flagged = {text: found(text) for text in calm if found(text)}
    assert len(flagged) <= 2, flagged


@given(st.text(alphabet="aB1 9O.\n-%40@_•/l", max_size=120), st.text(max_size=40))
def test_each_reading_points_into_the_text_as_typed(plainly: str, oddly: str) -> None:
    """Edits are in order and apart, and each character of a reading has its place."""
    typed = plainly + oddly
    plain = read_plain(typed)
    for way in (spaced_out, percent_coded, broken_numbers, broken_words, marked_words, glued_words, letters_as_digits):
        edits = list(way(plain.text))
        assert all(one.end <= other.start for one, other in pairwise(edits))
        for reading in readings(plain, edits):
            assert len(reading.text) == len(reading.places)
            assert all(0 <= start <= end <= len(typed) for start, end in reading.places)
    for each in findings(typed):
        assert typed[each.start : each.end] == each.text
