"""Languages: labels, numbers, amounts, lists, and who is known."""

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from string import Formatter

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.i18n.dates import PartialDate
from factsheet.i18n.language import LABELS, language

N = "\u00a0"
TRANSLATED = ["de", "es", "fr", "mn", "mn-Mong", "ru"]
FOLDER = Path(__file__).parents[3] / "factsheet" / "i18n"


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_label_is_translated_and_nothing_else(tag: str) -> None:
    catalogue = polib.pofile(str(FOLDER / f"labels.{tag}.po"))
    assert [entry.msgid for entry in catalogue] == list(LABELS)
    assert all(entry.translated() for entry in catalogue)
    assert catalogue.metadata["Language"] == tag


def test_there_is_no_catalogue_without_a_test() -> None:
    """English has none: the labels themselves are English, so its completeness is that ``LABELS`` holds them."""
    assert sorted(path.name.split(".")[1] for path in FOLDER.glob("labels.*.po")) == TRANSLATED


@pytest.mark.parametrize("tag", TRANSLATED)
@pytest.mark.parametrize("msgid", LABELS)
def test_labels_keep_their_places(tag: str, msgid: str) -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    said = language(tag).label(msgid)
    assert places(said) == places(msgid)
    assert said == said.strip()


def test_english_labels_are_the_labels() -> None:
    """They need no catalogue: each is its own translation, in every region of English."""
    for tag in ("en", "en-GB", "en-US"):
        assert [language(tag).label(msgid) for msgid in LABELS] == list(LABELS)
    assert len(set(LABELS)) == len(LABELS)


@pytest.mark.parametrize("tag", TRANSLATED)
def test_labels_keep_each_place_as_often_as_english(tag: str) -> None:
    for msgid in LABELS:
        said = language(tag).label(msgid)
        assert sorted(re.findall(r"\{.*?\}", said)) == sorted(re.findall(r"\{.*?\}", msgid))
        assert ("{" in said) == ("}" in said)


@pytest.mark.parametrize("tag", TRANSLATED)
def test_nothing_is_left_fuzzy_or_obsolete(tag: str) -> None:
    catalogue = polib.pofile(str(FOLDER / f"labels.{tag}.po"))
    assert not catalogue.fuzzy_entries()
    assert not catalogue.obsolete_entries()


@pytest.mark.parametrize("tag", ["mn-Cyrl", "mn-Cyrl-MN", "mn_Cyrl", "MN-CYRL", "mn-MN"])
def test_mongolian_is_cyrillic_unless_said_otherwise(tag: str) -> None:
    assert language(tag).labels == language("mn").labels
    assert language(tag).conventions is language("mn").conventions
    assert language(tag).known


@pytest.mark.parametrize("tag", ["mn", "mn-Mong"])
def test_mongolian_labels_are_marked_unreviewed(tag: str) -> None:
    assert all(entry.tcomment == "unreviewed" for entry in polib.pofile(str(FOLDER / f"labels.{tag}.po")))


@pytest.mark.parametrize("msgid", LABELS)
def test_labels_in_the_traditional_script_are_in_it(msgid: str) -> None:
    """U+180E stands between letters only; the script has a comma, a stop and a colon of its own."""
    said = re.sub(r"\{\w+\}|QR", "", language("mn-Mong").label(msgid))
    assert re.fullmatch("[\u1820-\u1842\u180e\u1802-\u1804 0-9()/]+", said)
    assert not re.search("(?<![\u1820-\u1842])\u180e|\u180e(?![\u1820-\u1842])", said)


@pytest.mark.parametrize("tag", ["mn-Mong", "mn_Mong", "mn-mong-MN", "mn-Mong-CN"])
def test_the_traditional_script(tag: str) -> None:
    speech = language(tag)
    assert speech.known
    assert speech.labelled("Partners") == "ᠬᠠᠮᠲᠤᠷᠠᠭᠴᠢᠳ\u1804"
    assert speech.date(PartialDate(2012)) == f"2012{N}ᠣᠨ"
    assert speech.date(PartialDate(2012, 8)) == f"2012{N}ᠣᠨ\u180eᠤ 8{N}ᠰᠠᠷ\u180eᠠ"
    assert speech.date(PartialDate(2012, 8, 15)) == f"2012{N}ᠣᠨ\u180eᠤ 8{N}ᠰᠠᠷ\u180eᠠ\u180eᠶᠢᠨ{N}15"
    assert speech.interval(PartialDate(2013, 3), PartialDate(2013, 9)) == f"2013{N}ᠣᠨ\u180eᠤ 3–9{N}ᠰᠠᠷ\u180eᠠ"
    assert (
        speech.interval(PartialDate(2012, 8), PartialDate(2014, 2))
        == f"2012{N}ᠣᠨ\u180eᠤ 8{N}ᠰᠠᠷ\u180eᠠ – 2014{N}ᠣᠨ\u180eᠤ 2{N}ᠰᠠᠷ\u180eᠠ"
    )
    assert speech.interval(PartialDate(2012, 8), None) == f"2012{N}ᠣᠨ\u180eᠤ 8{N}ᠰᠠᠷ\u180eᠠ\u180eᠠᠴᠠ"
    assert speech.interval(None, PartialDate(2014)) == f"2014{N}ᠣᠨ ᠬᠦᠷᠲᠡᠯ\u180eᠡ"
    assert speech.length(PartialDate(2012, 8), PartialDate(2014, 2)) == f"19{N}ᠰᠠᠷ\u180eᠠ"
    assert speech.money(Decimal(2_500_000), "MNT") == f"2,500,000{N}ᠲᠥᠭᠦᠷᠢᠭ"
    assert speech.money(Decimal(100_000), "USD") == f"100,000{N}USD"
    assert speech.join(["ᠨᠢᠭᠡ", "ᠬᠣᠶᠠᠷ", "ᠭᠤᠷᠪᠠ"]) == "ᠨᠢᠭᠡ\u1802 ᠬᠣᠶᠠᠷ\u1802 ᠭᠤᠷᠪᠠ"
    assert (speech.ordinal(1), speech.ordinal(2)) == (f"1{N}ᠳᠦᠭᠡᠷ", f"2{N}ᠳᠤᠭᠠᠷ")
    assert speech.quote("ᠨᠣᠮ") == "«ᠨᠣᠮ»"


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
        ("mn-Mong", True),
        ("mn-Mong-CN", True),
        ("mn-Latn", False),
        ("fr-Mong", False),
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


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 100th 101st 111th 112th 1,000th"),
        ("en-US", "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 100th 101st 111th 112th 1,000th"),
        ("fr", "1er 2e 3e 4e 11e 12e 13e 21e 22e 23e 100e 101e 111e 112e 1\u202f000e"),
        ("es", "1.º 2.º 3.º 4.º 11.º 12.º 13.º 21.º 22.º 23.º 100.º 101.º 111.º 112.º 1000.º"),
        ("ru", "1-й 2-й 3-й 4-й 11-й 12-й 13-й 21-й 22-й 23-й 100-й 101-й 111-й 112-й 1~000-й"),
        ("de", "1. 2. 3. 4. 11. 12. 13. 21. 22. 23. 100. 101. 111. 112. 1.000."),
        ("de-CH", "1. 2. 3. 4. 11. 12. 13. 21. 22. 23. 100. 101. 111. 112. 1’000."),
        ("pl", "1. 2. 3. 4. 11. 12. 13. 21. 22. 23. 100. 101. 111. 112. 1~000."),
    ],
)
def test_ordinals(tag: str, expected: str) -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 100, 101, 111, 112, 1000)
    assert [language(tag).ordinal(number) for number in numbers] == expected.replace("~", N).split(" ")


FRONT = (
    (1, "нэгдүгээр"), (4, "дөрөвдүгээр"), (9, "есдүгээр"), (11, "арван нэгдүгээр"), (14, "арван дөрөвдүгээр"),
    (40, "дөчдүгээр"), (90, "ердүгээр"), (49, "дөчин есдүгээр"), (140, "зуун дөчдүгээр"), (2009, "хоёр мянга есдүгээр"),
    (0, "тэгдүгээр"), (1244, "мянга хоёр зуун дөчин дөрөвдүгээр"),
)  # fmt: skip
BACK = (
    (2, "хоёрдугаар"), (3, "гуравдугаар"), (5, "тавдугаар"), (6, "зургаадугаар"), (7, "долоодугаар"), (8, "наймдугаар"),
    (10, "аравдугаар"), (12, "арван хоёрдугаар"), (20, "хорьдугаар"), (30, "гучдугаар"), (50, "тавьдугаар"),
    (60, "жардугаар"), (70, "далдугаар"), (80, "наядугаар"), (45, "дөчин тавдугаар"), (92, "ерэн хоёрдугаар"),
    (100, "зуудугаар"), (400, "дөрвөн зуудугаар"), (1000, "мянгадугаар"),
    (1_000_000, "саядугаар"),
)  # fmt: skip


@pytest.mark.parametrize(("number", "spelt"), FRONT + BACK)
def test_mongolian_ordinals_follow_the_last_word_of_their_number(number: int, spelt: str) -> None:
    assert language("mn").ordinal(number) == f"{number:,}{N}{spelt[-6:]}"


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "safe migration", "“safe migration”"),
        ("en", "It’s “safe” now", "“It’s ‘safe’ now”"),
        ("en-US", "safe migration", "“safe migration”"),
        ("mn", "Алтангадас", "«Алтангадас»"),
        ("mn", "«Алтангадас» одон", "«“Алтангадас” одон»"),
        ("fr", "Le Monde", "«~Le Monde~»"),
        ("fr", "le journal «~Le Monde~» dit", "«~le journal “Le Monde” dit~»"),
        ("fr", "le journal «Le Monde» dit", "«~le journal “Le Monde” dit~»"),
        ("fr", "le journal «\u202fLe Monde\u202f» dit", "«~le journal “Le Monde” dit~»"),
        ("fr-CH", "Le Temps", "«~Le Temps~»"),
        ("es", "El Quijote", "«El Quijote»"),
        ("es", "leyó «El Quijote» ayer", "«leyó “El Quijote” ayer»"),
        ("ru", "Война и мир", "«Война и мир»"),
        ("ru", "роман «Война и мир»", "«роман „Война и мир“»"),
        ("de", "Der Spiegel", "„Der Spiegel“"),
        ("de", "er las „Faust“ gern", "„er las ‚Faust‘ gern“"),
        ("de-AT", "Der Standard", "„Der Standard“"),
        ("de-CH", "er las «Faust» gern", "«er las ‹Faust› gern»"),
        ("xx", "a ~ b", "“a ~ b”"),
    ],
)
def test_quotation_marks(tag: str, text: str, expected: str) -> None:
    if tag.startswith("fr"):
        text, expected = text.replace("~", N), expected.replace("~", N)
    assert language(tag).quote(text) == expected


@pytest.mark.parametrize("tag", [*TRANSLATED, "de-CH", "en", "en-US"])
def test_quotation_marks_are_four_different_signs_in_pairs(tag: str) -> None:
    marks = [mark.strip("~") for mark in language(tag).conventions.quotes]
    assert len(set(marks)) == 4
    assert all(len(mark) == 1 for mark in marks)
