"""A spec in another language, what is still to be done, and findings at the lines that can be mended."""

from factsheet.findings import Finding, Where
from factsheet.i18n.catalogue import Entry
from factsheet.i18n.localise import Translation, localise, remarks
from factsheet.i18n.merge import Match
from factsheet.i18n.messages import messages
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.spec.model import Factsheet
from factsheet.text.markup import labels

SPEC = "title: One\nmain:\n  - text: Two[^1]\n  - text: Three\nnotes: {1: A note}\n"


def sheet() -> Factsheet:
    made, _ = validate(parse(SPEC, "a.yaml"))
    assert made is not None
    return made


def translation(**targets: tuple[str, str, str]) -> Translation:
    """The targets, states and comments by the text; all else is missing."""
    matches = []
    for n, message in enumerate(messages(sheet())):
        target, state, comment = targets.get(message.text.split("[")[0], ("", "missing", ""))
        entry = Entry(message.path, message.text, target, comment=comment, where=Where("a.mn.po", n + 10, 1))
        matches.append(Match(message, state, target, "", entry if target else None))  # type: ignore[arg-type]
    return Translation("mn", "en", tuple(matches))


def test_what_can_be_printed_is_put_in_its_place() -> None:
    made = localise(sheet(), translation(One=("Нэг", "translated", ""), Three=("Гурав", "fuzzy", "")))
    assert [one.text for one in messages(made)] == ["Нэг", "Two[^1]", "Three", "A note"]
    assert made.title.where == sheet().title.where
    assert made.title.where.find("е") == made.title.where


def test_all_that_is_left_to_do_is_said() -> None:
    found = remarks(
        translation(
            One=("Нэг", "translated", "unreviewed"), Two=("Хоёр", "translated", ""), Three=("Гурав", "fuzzy", "")
        ),
        labels,
    )
    assert [(one.rule, one.severity, one.where.file, one.where.line) for one in found] == [
        ("placeholder", "error", "a.mn.po", 11),
        ("fuzzy", "warning", "a.mn.po", 12),
        ("untranslated", "warning", "a.yaml", 5),
        ("unreviewed", "warning", "a.mn.po", 10),
    ]
    assert found[1].message == "“Three” was changed after it was translated; en is printed"


def test_a_draft_is_what_is_missing_fuzzy_or_unread() -> None:
    whole = {"One": ("1", "translated", ""), "Two": ("2[^1]", "translated", ""), "Three": ("3", "translated", "")}
    note = {"A note": ("4", "translated", "")}
    assert not translation(**whole, **note).draft
    assert translation(**whole).draft
    assert translation(**{**whole, "One": ("1", "fuzzy", "")}, **note).draft
    assert translation(**{**whole, "One": ("1", "translated", "Unreviewed: ask")}, **note).draft
    assert translation(**whole).untranslated == {(5, 12)}


def test_findings_are_told_at_the_translation() -> None:
    title = sheet().title.where
    one = translation(One=("Нэг", "translated", ""))
    moved = one.relocated([Finding("a", "b", where=title), Finding("c", "d", where=Where("a.yaml", 3, 9))])
    assert (moved[0].where.file, moved[0].where.line, moved[0].message) == ("a.mn.po", 10, "b")
    assert (moved[1].where.file, moved[1].where.line, moved[1].message) == ("a.yaml", 3, "mn: d")
