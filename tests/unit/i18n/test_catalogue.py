"""PO files: read whatever tool wrote them, refused with the line, and given back with nothing lost."""

from pathlib import Path

import pytest

from factsheet.findings import CatalogueError
from factsheet.i18n.catalogue import beside, file_of, read, written

PO = """\
# Made by hand.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Last-Translator: Болд <bold@example.org>\\n"
"X-Poedit-SourceCharset: UTF-8\\n"

# unreviewed
# ask the ministry
#. room: 20
#: a.yaml:1
#, fuzzy, no-wrap
#| msgid "Oen"
msgctxt "title"
msgid "One"
msgstr "Нэг «\\"» \\t"

#~ msgctxt "main[0].text"
#~ msgid "Gone"
#~ msgstr "Явсан"
"""


def po(folder: Path, data: str | bytes, name: str = "a.mn.po") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_an_entry_says_all_that_is_in_the_file(tmp_path: Path) -> None:
    one, gone = read(po(tmp_path, PO), "mn").entries
    assert (one.path, one.source, one.target) == ("title", "One", 'Нэг «"» \t')
    assert one.fuzzy
    assert one.unreviewed
    assert one.previous == "Oen"
    assert one.where.line == 16
    assert (gone.obsolete, gone.target) == (True, "Явсан")


def test_nothing_is_lost_when_it_is_written(tmp_path: Path) -> None:
    catalogue = read(po(tmp_path, PO), "mn")
    data = written(catalogue, [entry.raw for entry in catalogue.entries if entry.raw], {"Language": "mn"})
    again = read(po(tmp_path, data), "mn")
    assert [(e.path, e.source, e.target, e.fuzzy, e.previous, e.comment, e.obsolete) for e in again.entries] == [
        (e.path, e.source, e.target, e.fuzzy, e.previous, e.comment, e.obsolete) for e in catalogue.entries
    ]
    text = data.decode()
    for kept in ("# Made by hand.", "Болд", "X-Poedit-SourceCharset", "no-wrap", "# ask the ministry", "Language: mn"):
        assert kept in text


def test_the_ends_of_lines_are_those_of_the_file(tmp_path: Path) -> None:
    catalogue = read(po(tmp_path, PO.replace("\n", "\r\n")), "mn")
    data = written(catalogue, [entry.raw for entry in catalogue.entries if entry.raw], {})
    assert data.count(b"\r\n") == data.count(b"\n") > 10


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (PO.replace('msgstr "Нэг', 'msgstr "Нэг"'), 16, "this line is wrong"),
        (PO.replace('msgid "One"', 'msgid One"'), 15, "no part of a PO file"),
        ("title: One\nmain: []\n", 1, "this line is wrong"),
        ("", 1, "no PO file"),
        (PO.encode().replace("Болд".encode(), b"\xe1\xee"), 5, "not text in UTF-8"),
        (PO.replace("UTF-8\\n", "KLINGON\\n", 1), 1, "encoding that does not exist"),
        (PO + '\nmsgctxt "title"\nmsgid "One"\nmsgstr "Хоёр"\n', 24, "translated twice"),
    ],
)
def test_a_broken_file_is_refused_at_its_line(tmp_path: Path, data: str | bytes, line: int, said: str) -> None:
    with pytest.raises(CatalogueError) as problem:
        read(po(tmp_path, data), "mn")
    finding = problem.value.findings[0]
    assert finding.where.file.endswith("a.mn.po")
    assert finding.where.line == line
    assert said in finding.message


def test_other_encodings_and_byte_order_marks_are_read(tmp_path: Path) -> None:
    assert (
        read(po(tmp_path, PO.replace("UTF-8\\n", "cp1251\\n", 1).encode("cp1251")), "mn").entries[0].target[:3] == "Нэг"
    )
    assert read(po(tmp_path, b"\xef\xbb\xbf" + PO.encode()), "mn").entries[0].target[:3] == "Нэг"


def test_a_missing_and_a_large_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.po", po(tmp_path, "#" * 5_000_000)):
        with pytest.raises(CatalogueError):
            read(path, "mn")


def test_translations_stand_beside_their_spec(tmp_path: Path) -> None:
    for name in ("a.mn.po", "a.mn-Mong.po", "ab.fr.po", "a.po", "a.x.y.po"):
        po(tmp_path, PO, name)
    assert beside(tmp_path / "a.yaml") == {"mn": tmp_path / "a.mn.po", "mn-Mong": tmp_path / "a.mn-Mong.po"}
    assert file_of(tmp_path / "a.yaml", "mn") == tmp_path / "a.mn.po"
