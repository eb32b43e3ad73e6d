"""What comes back from translators: what is taken, what is left out, and what is refused."""

from pathlib import Path

import pytest

from factsheet import limits
from factsheet.findings import CatalogueError, Where
from factsheet.i18n.catalogue import Entry
from factsheet.i18n.exchange import Unit, data_of, same_language, taken, units
from factsheet.i18n.merge import Match
from factsheet.i18n.messages import Message

HERE = Where("a.mn.xlf", 7)


def match(text: str = "One", path: str = "title", **given: object) -> Match:
    return Match(Message(path, text, Where("a.yaml", 1)), **given)  # type: ignore[arg-type]


def unit(target: str, source: str = "One", path: str = "title", **given: object) -> Unit:
    state = "translated" if target else "missing"
    return Unit(path, source, target, **{"state": state, "where": HERE, **given})  # type: ignore[arg-type]


def one(before: Match, sent: Unit) -> Match:
    (after,), said = taken([before], [sent], "a.yaml")
    assert not said
    return after


def test_a_translation_is_taken() -> None:
    after = one(match(), unit("Нэг"))
    assert (after.state, after.target, after.previous) == ("translated", "Нэг", "")


def test_what_is_to_be_looked_at_again_stays_so() -> None:
    before = match(state="fuzzy", target="Нэг", previous="Oen")
    after = one(before, unit("Нэг", state="fuzzy"))
    assert (after.state, after.previous) == ("fuzzy", "Oen")
    assert one(before, unit("Нэг")).state == "translated"


def test_a_translation_of_an_older_text_is_a_proposal() -> None:
    after = one(match("One well", "main[0].text"), unit("Нэг", "One", "main[0].text"))
    assert (after.state, after.target, after.previous) == ("fuzzy", "Нэг", "One")


def test_a_translation_of_an_older_text_never_takes_the_place_of_todays() -> None:
    before = match("One well", state="translated", target="Нэг худаг")
    (after,), said = taken([before], [unit("Нэг")], "a.yaml")
    assert after is before
    assert [(finding.rule, finding.severity, finding.where) for finding in said] == [("older-text", "warning", HERE)]


@pytest.mark.parametrize("empty", ["", "  \n"])
def test_an_empty_translation_deletes_none(empty: str) -> None:
    before = match(state="translated", target="Нэг")
    assert one(before, unit(empty)) == before


def test_a_text_that_the_spec_has_not_is_told() -> None:
    before = match()
    (after,), said = taken([before], [unit("Нэг", path="main[9].text")], "a.yaml")
    assert after is before
    assert [(finding.rule, finding.severity) for finding in said] == [("unknown-text", "warning")]


def test_how_a_tool_wraps_a_text_says_nothing() -> None:
    before = match("One two", state="translated", target="Нэг\nхоёр")
    assert one(before, unit("Нэг хоёр", "One\n  two")) == before


def test_who_approves_has_read() -> None:
    before = match(state="translated", target="Нэг", entry=Entry("title", "One", "Нэг", comment="unreviewed; ask"))
    assert before.unreviewed
    assert one(before, unit("Нэг")).unreviewed
    after = one(before, unit("Нэг", approved=True))
    assert (after.unreviewed, after.comment) == (False, "; ask")
    assert one(before, unit("Нэг", comment="")).comment == ""


def test_two_translations_of_one_text_are_refused() -> None:
    with pytest.raises(CatalogueError, match="in two ways: also in line 7"):
        taken([match()], [unit("Нэг"), unit("Ганц")], "a.yaml")
    assert taken([match()], [unit("Нэг"), unit("Нэг")], "a.yaml")[0][0].target == "Нэг"


def test_a_file_of_another_spec_is_refused() -> None:
    with pytest.raises(CatalogueError, match="belongs to another"):
        taken([match()], [unit("Нэг", "Uno"), unit("Хоёр", "Due", "subtitle")], "a.yaml")


def test_characters_that_cannot_be_sent_are_told() -> None:
    with pytest.raises(CatalogueError, match=r"U\+0007"):
        units([match(state="translated", target="a\x07")], {})
    with pytest.raises(CatalogueError, match=r"U\+0007"):
        taken([match()], [unit("a\x07")], "a.yaml")


def test_codes_of_languages_are_compared_as_tools_write_them() -> None:
    assert same_language("de_CH", "de-ch")
    assert not same_language("de", "de-CH")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        data_of(tmp_path / "none.xlf")
    with pytest.raises(CatalogueError, match="cannot be read"):
        data_of(tmp_path)
    monkeypatch.setattr(limits, "EXCHANGE_BYTES", 1000)
    (tmp_path / "large.xlf").write_bytes(b" " * 1001)
    with pytest.raises(CatalogueError, match="larger than 1 kB"):
        data_of(tmp_path / "large.xlf")
