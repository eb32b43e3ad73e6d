"""Glossaries: read with their lines, found in texts by whole words, and looked for in translations by stems."""

from pathlib import Path

import pytest

from factsheet.findings import CatalogueError
from factsheet.i18n import catalogue
from factsheet.i18n.glossary import Glossary, Term, beside, file_of, read

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "specs" / "mongolia-labour-migration.yaml"

TERMS = (
    "labels:\n  Budget: Төсөв\nterms:\n"
    "  - {en: migration, mn: шилжилт хөдөлгөөн}\n"
    "  - {en: migration management, mn: шилжилт хөдөлгөөний менежмент}\n"
    "  - {en: handbook; manual, mn: гарын авлага}\n"
    "  - {en: United Nations, mn: Нэгдсэн Үндэстний Байгууллага, abbr_en: UN, abbr_mn: НҮБ}\n"
    "  - {en: Department of Labour (of a province), mn: Хөдөлмөрийн хэлтэс}\n"
    "  - {en: ministry, mn: яам}\n"
)


def glossary(tmp_path: Path, text: str = TERMS, source: str = "en") -> Glossary:
    path = tmp_path / "glossary.mn.yaml"
    path.write_text(text, encoding="utf-8")
    return read(path, source, "mn")


def test_a_glossary_is_read_with_its_lines(tmp_path: Path) -> None:
    found = glossary(tmp_path)
    label, migration, _, handbook, nations, department, _ = found.terms
    assert (label.source, label.target, label.whole, label.where.line) == (("Budget",), ("Төсөв",), True, 2)
    assert (migration.where.line, migration.whole) == (4, False)
    assert handbook.source == ("handbook", "manual")
    assert (nations.abbreviation, nations.short) == ("UN", "НҮБ")
    assert department.source == ("Department of Labour",)


def test_it_lies_beside_the_spec(tmp_path: Path) -> None:
    spec = tmp_path / "a.yaml"
    assert beside(spec, "en", "mn") == Glossary("en", "mn")
    file_of(spec, "mn").write_text(TERMS, encoding="utf-8")
    assert len(beside(spec, "en-GB", "mn").terms) == 7, "the key “en” will do for en-GB"


@pytest.mark.parametrize(
    ("text", "line", "rule", "said"),
    [
        ("", 1, "glossary", "no glossary"),
        ("- a\n", 1, "glossary", "no glossary"),
        ("term: []\n", 1, "unknown-key", "“term” is not known"),
        ("labels: [a]\n", 1, "wrong-type", "no mapping"),
        ("labels:\n  Budget:\n", 2, "empty", "“Budget” is empty"),
        ("labels:\n  Budget: {a: b}\n", 2, "wrong-type", "“Budget” is no text"),
        ("terms: {en: a, mn: б}\n", 1, "wrong-type", "no list"),
        ("terms: a\n", 1, "wrong-type", "no list"),
        ("terms:\n  - a\n", 2, "wrong-type", "no term"),
        ("terms:\n  -\n", 2, "wrong-type", "no term"),
        ("terms:\n  - {en: a}\n", 2, "missing-key", "“mn” is missing"),
        ("terms:\n  - {mn: б}\n", 2, "missing-key", "“en” is missing"),
        ("terms:\n  - {en: a, mn: }\n", 2, "empty", "“mn” is empty"),
        ("terms:\n  - {en: a, mn: ' ; '}\n", 2, "empty", "“mn” is empty"),
        ("terms:\n  - {en: '–', mn: б}\n", 2, "empty", "no word"),
        ("terms:\n  - {en: (a), mn: б}\n  - {en: [a], mn: б}\n", 3, "wrong-type", "“en” is no text"),
        ("terms:\n  - {en: a, mn: б, abbr_mn: [в]}\n", 2, "wrong-type", "“abbr_mn” is no text"),
        ("terms:\n  - {en: a, en: b, mn: б}\n", 2, "duplicate-key", "second time"),
        ("terms:\n  - {en: a\n", 2, "syntax", "bracket"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str, line: int, rule: str, said: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        glossary(tmp_path, text)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.severity) == (rule, "error")
    assert said in finding.message
    assert finding.where.line in (line, 0) if not text else finding.where.line == line
    assert Path(finding.where.file).name == "glossary.mn.yaml"


def test_all_that_is_wrong_is_told_and_unknown_keys_with_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        glossary(tmp_path, "terms:\n  - {en: a, mn: б, abr_en: c}\n  - {en: a, ru: в}\n")
    hints = [(one.rule, one.where.line, one.hint) for one in caught.value.findings]
    assert ("unknown-key", 2, "did you mean “abbr_en”?") in hints
    assert [(rule, line) for rule, line, _ in hints] == [("unknown-key", 2), ("unknown-key", 3), ("missing-key", 3)]


def test_a_folder_and_other_bytes_are_no_glossary(tmp_path: Path) -> None:
    (tmp_path / "glossary.mn.yaml").mkdir()
    with pytest.raises(CatalogueError, match="folder"):
        beside(tmp_path / "a.yaml", "en", "mn")
    (tmp_path / "glossary.de.yaml").write_bytes(b"terms:\n  - \xff")
    with pytest.raises(CatalogueError, match="UTF-8"):
        beside(tmp_path / "a.yaml", "en", "de")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Migration management and migrations", ["Migration management", "migrations"]),
        ("Emigration, migrational", []),
        ("Two handbooks, one **manual**", ["handbooks"]),
        ("Both ministries of the United\nNations", ["ministries", "United Nations"]),
        ("The UN, not the un or UNICEF", ["UN"]),
        ("[Migration](https://a.org/manual)[^manual]", ["Migration"]),
        ("Migration-management", ["Migration-management"]),
        ("Budget", ["Budget"]),
        ("Budget:", ["Budget"]),
        ("The budget", []),
        ("All departments of labour", ["departments of labour"]),
    ],
)
def test_terms_are_found_by_whole_words_the_longest_first(tmp_path: Path, text: str, found: list[str]) -> None:
    assert [said for said, _ in glossary(tmp_path).found(text)] == found


def test_only_english_has_english_plurals(tmp_path: Path) -> None:
    fr = glossary(tmp_path, "terms:\n  - {fr: plan, mn: төлөвлөгөө}\n", "fr")
    assert [said for said, _ in fr.found("Le plan, les planes")] == ["plan"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Migration", "Шилжилт хөдөлгөөнтэй холбоотой"),
        ("Migration management", "Шилжилт хөдөлгөөний менежментийг"),
        ("A manual", "Гарын авлагаар"),
        ("The UN", "НҮБ-ын"),
        ("The UN", "Нэгдсэн Үндэстний Байгууллагаас"),
        ("The United Nations", "(НҮБ)"),
        ("A ministry", "Хөдөлмөрийн яамны"),
        ("Budget", "Төсвийг"),
    ],
)
def test_translations_are_found_with_any_ending(tmp_path: Path, source: str, target: str) -> None:
    assert glossary(tmp_path).unused(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Migration", "Нүүдэл", "Migration"),
        ("Migration", "Хөдөлгөөн шилжилт", "Migration"),
        ("Migration management", "Шилжилт хөдөлгөөн", "Migration management"),
        ("The UN", "UN", "UN"),
        ("A ministry", "Ямаан", "ministry"),
    ],
)
def test_other_words_are_told(tmp_path: Path, source: str, target: str, said: str) -> None:
    assert [one for one, _ in glossary(tmp_path).unused(source, target)] == [said]


def test_a_long_term_may_have_words_between_its_own() -> None:
    term = Term(("dialogue",), ("өндөр түвшний яриа хэлэлцээ",))
    one = Glossary("en", "mn", (term,))
    assert one.unused("The dialogue", "Өндөр түвшний 2 дахь яриа хэлэлцээнд") == []
    assert one.unused("The dialogue", "Өндөр түвшний бас нэгэн сайн яриа хэлэлцээнд") == [("dialogue", term)]


def test_the_sample_uses_its_glossary_without_a_false_alarm() -> None:
    """Its translation follows the glossary in all places: what would be told here is told wrongly."""
    terms = beside(SAMPLE, "en", "mn")
    entries = catalogue.read(catalogue.file_of(SAMPLE, "mn"), "mn").entries
    assert sum(len(terms.found(entry.source)) for entry in entries) > 60
    assert [said for entry in entries for said in terms.unused(entry.source, entry.target)] == []


def test_another_translation_of_the_sample_would_be_told() -> None:
    terms = beside(SAMPLE, "en", "mn")
    entries = catalogue.read(catalogue.file_of(SAMPLE, "mn"), "mn").entries
    moved = [*entries[1:], entries[0]]
    told = sum(len(terms.unused(entry.source, other.target)) for entry, other in zip(entries, moved, strict=True))
    assert told > 50
