"""Languages: labels, numbers, amounts, lists, and who is known."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from string import Formatter

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.i18n.language import LABELS, language

N = "\u00a0"
TRANSLATED = ["de", "es", "fr", "mn", "ru"]
FOLDER = Path(__file__).parents[3] / "factsheet" / "i18n"


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_label_is_translated_and_nothing_else(tag: str) -> None:
    catalogue = polib.pofile(str(FOLDER / f"labels.{tag}.po"))
    assert [entry.msgid for entry in catalogue] == list(LABELS)
    assert all(entry.translated() for entry in catalogue)
    assert catalogue.metadata["Language"] == tag


def test_there_is_no_catalogue_without_a_test() -> None:
    assert sorted(path.name.split(".")[1] for path in FOLDER.glob("labels.*.po")) == TRANSLATED


@pytest.mark.parametrize("tag", TRANSLATED)
@pytest.mark.parametrize("msgid", LABELS)
def test_labels_keep_their_places(tag: str, msgid: str) -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    said = language(tag).label(msgid)
    assert places(said) == places(msgid)
    assert said == said.strip()


def test_mongolian_labels_are_marked_unreviewed() -> None:
    assert all(entry.tcomment == "unreviewed" for entry in polib.pofile(str(FOLDER / "labels.mn.po")))


@pytest.mark.parametrize(
    ("tag", "factsheet", "duration", "partners"),
    [
        ("en", "Factsheet", "Project duration", "Project partners"),
        ("mn", "Товч танилцуулга", "Төслийн хугацаа", "Төслийн түншүүд"),
        ("fr", "Fiche d’information", "Durée du projet", "Partenaires du projet"),
        ("es", "Ficha informativa", "Duración del proyecto", "Socios del proyecto"),
        ("ru", "Информационная справка", "Сроки проекта", "Партнёры проекта"),
        ("de-CH", "Faktenblatt", "Projektlaufzeit", "Projektpartner"),
        ("pt", "Factsheet", "Project duration", "Project partners"),
    ],
)
def test_labels(tag: str, factsheet: str, duration: str, partners: str) -> None:
    speech = language(tag)
    labels = "Factsheet", "Project duration", "Project partners"
    assert tuple(map(speech.label, labels)) == (factsheet, duration, partners)


def test_what_is_no_label_stays_as_it_is() -> None:
    assert language("mn").label("Something else") == "Something else"


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", True),
        ("en-GB", True),
        ("en_US", True),
        ("EN", True),
        ("mn", True),
        ("mn-Cyrl-MN", True),
        ("mn-Mong", False),
        ("ru-Latn", False),
        ("de-CH", True),
        ("fr-ZZ", True),
        ("pt", False),
        ("xx", False),
        ("", False),
    ],
)
def test_who_is_known(tag: str, known: bool) -> None:
    speech = language(tag)
    assert speech.known is known
    assert speech.tag == tag.replace("_", "-")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "100,000 USD"),
        ("mn", "100,000 ам.доллар"),
        ("fr", "100\u202f000 USD"),
        ("es", "100.000 USD"),
        ("ru", "100 000 USD"),
        ("de", "100.000 USD"),
        ("de-CH", "100’000 USD"),
        ("en-IN", "1,00,000 USD"),
    ],
)
def test_money(tag: str, expected: str) -> None:
    assert language(tag).money(Decimal(100000), "USD") == expected.replace(" ", N)
    assert language(tag).money(Decimal("1E+5"), "USD") == expected.replace(" ", N)
    assert language(tag).money(Decimal("100000.00"), "USD") == expected.replace(" ", N)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("1234.5", "1,234.50"),
        ("1234.56", "1,234.56"),
        ("0.125", "0.125"),
        ("0", "0"),
        ("-20", "−20"),
        ("9" * 30 + ".5", ",".join(["999"] * 10) + ".50"),
    ],
)
def test_decimals_of_money(amount: str, expected: str) -> None:
    assert language("en").money(Decimal(amount), "EUR") == f"{expected}{N}EUR"


def test_mongolian_currencies() -> None:
    mongolian = language("mn")
    assert mongolian.money(Decimal(2_500_000), "MNT") == f"2,500,000{N}төгрөг"
    assert mongolian.money(Decimal(100), "EUR") == f"100{N}евро"
    assert mongolian.money(Decimal(100), "CHF") == f"100{N}CHF"


def test_numbers_keep_their_decimals_and_have_a_real_minus() -> None:
    english = language("en")
    assert english.number(Decimal("1234567.50")) == "1,234,567.50"
    assert english.number(Decimal("-1000.125")) == "−1,000.125"
    assert language("es").number(Decimal(1000)) == "1000"
    assert language("es").number(Decimal(10000)) == "10.000"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(["en", "mn", "fr", "es", "ru", "de"])
)
def test_numbers_can_be_read_back(value: Decimal, tag: str) -> None:
    speech = language(tag)
    ways = speech.conventions
    said = speech.number(value).replace(ways.group, "").replace(ways.decimal, ".").replace("−", "-")
    assert Decimal(said) == value


def test_lists() -> None:
    assert language("en").join([]) == ""
    assert language("en").join(["a"]) == "a"
    assert language("en").join(["a", "b"]) == "a and b"
    assert language("en").join(["a", "b", "c"]) == "a, b and c"
    assert language("en-US").join(["a", "b", "c"]) == "a, b, and c"
    assert language("es").join(["España", "Italia"]) == "España e Italia"
    assert language("es").join(["agua", "hielo"]) == "agua y hielo"
    assert language("es").join(["padres", "hijos"]) == "padres e hijos"


def test_our_languages_do_not_need_babel_nor_english_polib() -> None:
    program = (
        "import sys; from factsheet.i18n.language import language; from decimal import Decimal; "
        "language('en').money(Decimal(1), 'USD'); assert 'polib' not in sys.modules; "
        "[language(tag) for tag in ('mn', 'fr', 'es', 'ru', 'de-CH', 'en-US')]; assert 'babel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "12.5%"),
        ("mn", "12.5%"),
        ("de", "12,5\u00a0%"),
        ("de-CH", "12.5%"),
        ("fr", "12,5\u00a0%"),
        ("es", "12,5\u00a0%"),
        ("ru", "12,5\u00a0%"),
        ("tr", "%12,5"),
        ("pl", "12,5%"),
    ],
)
def test_per_cents(tag: str, expected: str) -> None:
    assert language(tag).per_cent(Decimal("12.5")) == expected


@pytest.mark.parametrize(("tag", "said"), [("en", "Photo:"), ("fr", "Photo\u00a0:"), ("de", "Foto:"), ("ja", "Photo:")])
def test_a_label_with_a_colon(tag: str, said: str) -> None:
    assert language(tag).labelled("Photo") == said
