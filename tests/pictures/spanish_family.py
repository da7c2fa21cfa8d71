"""The invented family of the Spanish user guide, and what is new around them. Nobody in it exists."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceId, SourceState
from caregiver_app.model.time import Millis
from caregiver_app.ui.care.opening import SHEET, SheetState
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.contacts import ContactText
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.alerts import alert_source, recall_facts
from tests.helpers.clock import MONDAY
from tests.helpers.forwarded import vouch_for
from tests.helpers.library import an_article, store
from tests.helpers.library_files import APage, add_pages, add_source, set_state
from tests.helpers.vaults import open_made_care

ZONE = "Europe/Madrid"
MOTHER = "Mamá"
RECALL = "Retirada de dos lotes de Donepezilo de 5 mg"
MESSAGE = (
    "REENVIADO MUCHAS VECES. Una enfermera le contó a mi prima que una cucharada de limón con bicarbonato antes de "
    "cenar acaba con las noches difíciles de la demencia, pero los hospitales lo esconden. Pida el polvo en "
    "https://asociacion-faro-oficial.com/polvo?fbclid=IwAR0abcdefgh o mire https://bit.ly/3abc"
)
GUIDE = "palabras cuestan"
_HOST = "faro.example.org"
_DAY = 24 * 3600 * 1000


def keep_notes(folder: Path) -> None:
    """Make the family's care notes in a data folder, locked, with their recovery sheet in a safe place."""
    care = open_made_care(folder)
    vault = care.open()
    _write(vault)
    vault.settings.set(SHEET, SheetState.CHECKED.value)
    vault.close()
    care.lock()


def fill_library(library: Library) -> None:
    """Put pages of an invented association and the recall of a medicine into a library of somebody in Spain."""
    library.topics.choose(["dementia"], at=MONDAY)
    library.topics.live_in("ES", "es")
    source = add_source(library, "Asociación Faro", host=_HOST, topics=("dementia",), at=MONDAY)
    vouch_for(library, "Asociación Faro", _HOST, register="Registro de asociaciones")
    pages = (
        APage(
            title="Demencia: qué ayuda por la noche", html="<p>Una rutina tranquila ayuda. Ningún polvo lo hace.</p>"
        ),
        APage(title="Cómo pedir la ayuda a la dependencia", html="<p>Empiece por los servicios sociales.</p>"),
        APage(title="Descansos cortos para quien cuida", html="<p>Descansar también es cuidar.</p>", days_ago=3),
    )
    add_pages(library, source, pages, at=MONDAY)
    medicines = alert_source(library, "Agencia de medicinas", country="ES")
    _warn(library, medicines)
    for each in (source, medicines):
        set_state(library, each, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def _warn(library: Library, source: SourceId) -> None:
    words = "Pueden llevar pastillas de más dosis. Mire el número de lote en la caja y hable con su farmacia."
    (item,) = store(library, source, an_article("retirada", RECALL, words), index=False)
    with library.write("test") as writer:
        library.alerts.put(writer, item, recall_facts("Donepezilo"))


def _write(vault: Vault) -> None:
    mother = vault.people.add(MOTHER, at=MONDAY)
    notes = ("Noche inquieta. Cerramos las cortinas a las cuatro y ayudó.", "Tosió al beber el té. Con espesante, no.")
    for number, text in enumerate(notes, 1):
        vault.notes.add(
            NewNote(text=text, person_id=mother, author="Rosa", at=Millis(MONDAY - number * _DAY)), at=MONDAY
        )
    visit = vault.appointments.add(
        NewAppointment(
            title="Consulta de memoria",
            starts="2026-11-24T10:30",
            zone=ZONE,
            person_id=mother,
            with_whom="Dra. Lozano",
            place="Centro de salud, planta 2",
        ),
        at=MONDAY,
    )
    for text in ("¿La pastilla nueva puede quitarle el equilibrio?", "¿Puede quedarse sola por la mañana?"):
        vault.questions.add(NewQuestion(text=text, person_id=mother, appointment_id=visit), at=MONDAY)
    vault.chases.add(
        NewChase(what="Carta con los resultados", who="Centro de salud", by_date="2026-12-01", person_id=mother),
        at=MONDAY,
    )
    for name, strength, times in (("Donepezilo", "5 mg", "Al acostarse"), ("Vitamina D", "", "Con el desayuno")):
        medicine = MedicineText(
            name=name,
            strength=strength,
            dose="una",
            times=times,
            copied_on="2026-11-16",
            copied_from="Etiqueta de la caja",
        )
        vault.medicines.add(medicine, person_id=mother, at=MONDAY)
    vault.contacts.add(ContactText(name="Dra. Lozano", role="Médica de familia"), person_id=mother, at=MONDAY)
