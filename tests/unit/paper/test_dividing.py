"""Words at the ends of lines: long ones of running text are divided, what must be read at once is not."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from caregiver_app.model.sheets.blocks import (
    Block,
    Column,
    Entries,
    Entry,
    Item,
    Items,
    Notice,
    Paragraph,
    Row,
    Rows,
    Run,
    Table,
    Words,
)
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.paper import PrintSize
from caregiver_app.model.sheets.sheet import Sheet, SheetPart
from caregiver_app.paper.block_data import block_data
from caregiver_app.paper.breaking import lines_of, widest
from caregiver_app.paper.dividing import END_OF_MAY, MAY_DIVIDE, let_divide
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from tests.helpers.example_sheets import words
from tests.helpers.said_on_sheets import SOFT_HYPHEN, missing, said_on
from tests.helpers.tagged_pdf import tagged

ENGLISH = (
    "The physiotherapists of the well-being centre have recommendations for rehabilitation environments, and it is "
    "characteristically understandable that responsibilities and misunderstandings are uncomfortable for you. "
)
SPANISH = "Los fisioterapeutas y el auto-cuidado: las recomendaciones para la rehabilitación de las enfermedades. "
MEDICINES = """
    venlafaxine venlafaxina clozapines quetiapina desloratadine desloratadina clonazepam carbamazepina carbamazepine
    omeprazole lansoprazol phenobarbital bupivacaine bupivacaína paracetamol acetaminophen amoxicillin amoxicilina
    hydrocodone hidrocodona celecoxibs doxycycline doxiciclina acetyldigoxin metildigoxina amlodipine amlodipino
    carbilevodopa alendronate alendronato diclofenac sufentanil sufentanilo remifentanyl ciprofloxacin
    ciprofloxacino metformins metforminas pregabalin pregabalina dapagliflozin dapagliflozina sitagliptin
    sitagliptina semaglutide semaglutida clopidogrel risperidone risperidona bioinsulin bioinsulina montelukast
    denosumabs memantines memantinas apomorphine apomorfina azithromycin azitromicina propranolol prednisolone
    prednisolona fluoxetines fluoxetinas dalteparin dalteparina gabapentin gabapentina haloperidol donepezils
    donepezilos aminophylline aminofilina escitalopram metoclopramide metoclopramida clomipramine clomipramina
    lisinopril ketoprofen ketoprofeno candesartan candesartán furosemide furosemida ondansetron prednisone
    prednisona rivastigmine rivastigmina simvastatin simvastatina salmeterol bendrothiazide hidroclorotiazida
    levothyroxine levotiroxina cimetidine cimetidina erlotinibs phenytoins fenitoínas sumatriptan sumatriptán
    amitriptyline amitriptilina tiotropium ipratropio oseltamivir rivaroxaban rivaroxabán alprazolam salbutamol
    amantadine amantadina tizanidine tizanidina levetiracetam amiodarone amiodarona spironolactone espironolactona
    allopurinol methotrexate metotrexato oxybutynin oxibutinina tamsulosin tamsulosina finasteride finasterida
    solifenacin solifenacina colecalciferol tolterodine tolterodina dabigatran loperamide loperamida promethazine
    prometazina trimethoprim trimetoprima
"""
BREAK = re.compile(rf"{SOFT_HYPHEN}\s*")


def sheet_of(*blocks: Block, language: str = "en-GB", whole: tuple[str, ...] = ()) -> Sheet:
    return Sheet(
        kind=SheetKind.GUIDE,
        title="Responsibilities",
        language=language,
        printed_on="",
        parts=(SheetPart(heading="Recommendations and understanding, characteristically", blocks=blocks),),
        whole=whole,
    )


def various(text: str) -> str:
    """Return paragraphs of a text in which other words come to stand at the ends of lines."""
    return "\n\n".join("a " * count + text * 3 for count in range(8))


def copied(sheet: Sheet, size: PrintSize = PrintSize.EXTRA_LARGE) -> str:
    """Return what somebody copies from the pages, line by line."""
    reader = PdfReader(io.BytesIO(typeset([sheet], Layout(size=size)).pdf()))
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en-GB"), (ENGLISH, "en-US"), (SPANISH, "es")])
def test_running_text_is_divided_in_every_size_and_copied_in_whole_words(text: str, language: str) -> None:
    for size in PrintSize:
        sheet = sheet_of(words(various(text)), language=language)
        reader = PdfReader(io.BytesIO(typeset([sheet], Layout(size=size)).pdf()))
        heard, lines = tagged(reader).text, "\n".join(page.extract_text() for page in reader.pages)
        assert SOFT_HYPHEN in lines, size
        assert missing(said_on(sheet), heard) == []
        assert all("\n" in found[0] for found in BREAK.finditer(lines)), "a sign within a line"
        assert re.search(rf"{SOFT_HYPHEN}\s*\w{{1,2}}\b", lines) is None, "two letters alone on the next line"
        assert (text * 3).strip() in heard.replace(SOFT_HYPHEN, "")


def test_a_hyphen_that_somebody_wrote_is_copied_as_such_beside_divided_words() -> None:
    lines = copied(sheet_of(words(various(ENGLISH) + "\n\nwww.example.org/well-being-for-all 01632-960001")))
    assert SOFT_HYPHEN in lines
    assert "well-being" in lines
    assert "well-being-for-all" in lines.replace("\n", "")
    assert "01632-960001" in lines


@pytest.mark.parametrize(
    "said",
    [
        "Wilhelmina-Alexandrina Featherstonehaugh",
        "consultant Featherstonehaugh",
        "levothyroxine amitriptyline levotiroxina amoxicilina",
        "25 micrograms 40 milligrams",
        "understanding.responsibilities@rehabilitation.example.org",
        "www.example.org/understanding/responsibilities",
        "12 characteristically",
        "peppermintoil Peppermintoil",
    ],
)
def test_names_doses_addresses_and_medicines_stay_whole(said: str) -> None:
    fillers = " ".join(f"{'of the ' * (count % 5)}{said} and" for count in range(24))
    assert SOFT_HYPHEN not in copied(sheet_of(words(fillers), whole=("Peppermintoil drops",)))


def test_a_medicine_is_known_by_how_its_name_ends() -> None:
    """Two words that are none are beside them, so that what is asked is what lets a word be divided."""
    block = block_data(words(" ".join(f"characteristically {MEDICINES} responsibilities".split())), 11)
    let_divide([{"blocks": [block]}], "en-GB", ())
    (line,) = block["paragraphs"][0]["runs"][0]["text"]
    divided = re.findall(f"{MAY_DIVIDE}(.*?){END_OF_MAY}", "".join(line))
    assert divided == ["characteristical", "responsibiliti"]


def test_only_running_text_is_divided() -> None:
    long = "Physiotherapists recommendations rehabilitation responsibilities characteristically understanding " * 3
    linked = Paragraph(runs=(Run(text=long, link="https://example.org/"),))
    others = (
        Words(paragraphs=(linked, Paragraph(runs=(Run(text=long),), level=3))),
        Rows(rows=(Row(label="Understanding recommendations", value=long),)),
        Items(items=(Item(text=long, lines=(long,)),)),
        Entries(entries=(Entry(title=long, big=long, lead=long, lines=(long,)),)),
        Table(
            name="", columns=(Column(heading="Understanding"), Column(heading="Rehabilitation")), rows=((long, long),)
        ),
        Notice(title=long, text=long),
    )
    assert SOFT_HYPHEN not in copied(sheet_of(*others))


def test_what_is_in_another_language_than_the_sheet_stays_whole() -> None:
    assert SOFT_HYPHEN not in copied(sheet_of(words(ENGLISH * 6), language="es"))
    assert SOFT_HYPHEN not in copied(sheet_of(words(SPANISH * 6)))


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_what_ends_a_line_at_its_own_hyphen_has_no_second_one(language: str) -> None:
    address = "ana-sol@ya.es"
    text = "\n".join("a" * count + f" {address}" * 3 for count in range(20))
    lines = copied(sheet_of(words(text), Rows(rows=(Row(label="", value=text),)), language=language))
    assert "ana-\nsol@ya.es" in lines
    assert "\n-" not in lines


def test_a_number_is_never_on_another_line_than_its_unit() -> None:
    doses = ("1 g", "2.5 mg", "1,000 ml", "20 µg", "8 IU", "5 %")
    text = "\n\n".join(f"{'a ' * count}take {doses[count % len(doses)]} of it" * 3 for count in range(24))
    lines = copied(sheet_of(words(text), Items(items=tuple(Item(text=each) for each in text.split("\n\n")))))
    assert all(dose in lines for dose in doses)
    assert re.findall(r"\d\s*\n\s*(?:g|mg|ml|µg|IU|%)", lines) == []


def test_what_stays_on_one_line_asks_for_the_same_room_on_each_python() -> None:
    """Pythons disagree on how wide the marks around it are, and the columns of a table would be others."""
    assert widest(lines_of("5.6 mmol/L")) == pytest.approx(13.2)


def test_a_telephone_number_stands_on_one_line() -> None:
    numbers = ("01632 960145", "+44 1632 960145", "(01632) 960145", "600 100 200", "020 7946 0958")
    text = "\n".join(f"{'a ' * count}call {numbers[count % len(numbers)]} " * 2 for count in range(25))
    lines = copied(sheet_of(words(text), Rows(rows=(Row(label="Doctor", value=text),))))
    assert [lines.count(number) for number in numbers] == [20] * 3 + [20] * 2
