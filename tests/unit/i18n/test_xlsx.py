"""Spreadsheets: texts stay texts, nothing is lost on the way, and what is broken is refused with its row."""

import datetime
import io
import random
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from factsheet import limits
from factsheet.findings import CatalogueError, Where
from factsheet.i18n.exchange import Unit
from factsheet.i18n.xlsx import read, written

UNITS = [
    Unit("title", "=1+1", "=HYPERLINK(1)", "translated", "", "+ask", room="room: 20"),
    Unit("main[0].text", "- a\n\n@b  ", "  +б\r\n_x000D_ _x0041_ #N/A", "fuzzy", "", ""),
    Unit("main[0].note", "2014", "", "missing", "", "-"),
    Unit("main[1].note", "#N/A", "#REF!", "translated", "", "TRUE"),
]

TEXTS = st.text(
    st.one_of(
        st.sampled_from("=+-@ \n\r\tab_x000D<&"), st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
    )
)


def book(units: list[Unit]) -> Any:
    return load_workbook(io.BytesIO(written(units, "a.yaml", "en", "mn")))


def reads(folder: Path, data: bytes, language: str = "mn") -> list[Unit]:
    path = folder / "a.mn.xlsx"
    path.write_bytes(data)
    return read(path, language, "a.yaml")


def saved(rows: list[list[object]], title: str = "Sheet") -> bytes:
    made = Workbook()
    sheet: Any = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def said(units: list[Unit]) -> list[Unit]:
    """``units`` without what is only sent, and the places of what came back."""
    return [replace(unit, room="", rich=False, where=Where("")) for unit in units]


def test_what_is_sent_comes_back_with_its_row(tmp_path: Path) -> None:
    found = reads(tmp_path, written(UNITS, "a.yaml", "en", "mn"))
    assert said(found) == said(UNITS)
    assert [unit.where.line for unit in found] == [2, 3, 4, 5]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_text_comes_back(tmp_path: Path, source: str, target: str) -> None:
    unit = Unit("title", source, target, "translated" if target else "missing", "", "")
    assert said(reads(tmp_path, written([unit], "a.yaml", "en", "mn"))) == [unit]


def test_every_cell_is_a_text_and_the_heads_stay_in_sight() -> None:
    sheet = book(UNITS).active
    assert (sheet.freeze_panes, sheet.title) == ("A2", "mn")
    assert [cell.value for cell in sheet[1]] == ["path", "source", "translation", "comment", "state", "room"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert all(cell.alignment.wrap_text and cell.number_format == "@" for cell in cells)
    assert [cell.coordinate for cell in cells if cell.quotePrefix] == ["B2", "C2", "D2", "B3", "D4"]


def test_columns_are_known_by_their_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Mine", "Translation ", "SOURCE", None, "path"],
        ["x", 2014, "2014", None, "title"],
        [],
        [None, "б", "b", None, "subtitle"],
    ]
    first, second = reads(tmp_path, saved(rows))
    assert (first.path, first.source, first.target, first.state) == ("title", "2014", "2014", "translated")
    assert (second.comment, second.where.line) == (None, 4)


def test_a_filled_cell_is_translated_and_a_fuzzy_one_stays_so(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["path", "source", "translation", "state"], ["a", "a", "б", "missing"], ["b", "b", "б", "Fuzzy"],
    ]  # fmt: skip
    assert [unit.state for unit in reads(tmp_path, saved(rows))] == ["translated", "fuzzy"]


HEADS: list[object] = ["path", "source", "translation", "state"]


@pytest.mark.parametrize(
    ("rows", "message", "line"),
    [
        ([], "no column “path”", 1),
        ([["path", "source"]], "no column “translation”", 1),
        ([[*HEADS, "path"]], "two columns “path”", 1),
        ([HEADS, ["a", "b", "=1+1", ""]], "“translation” is no text", 2),
        ([HEADS, [], ["a", "b", datetime.date(2014, 2, 28), ""]], "“translation” is no text", 3),
        ([HEADS, ["a", "b", True, ""]], "“translation” is no text", 2),
        ([HEADS, ["a", "b", "c", "done"]], "“done” is no state", 2),
        ([HEADS, ["", "b", "c", ""]], "does not say which text", 2),
    ],
)
def test_what_is_wrong_is_refused_with_its_row(
    tmp_path: Path, rows: list[list[object]], message: str, line: int
) -> None:
    with pytest.raises(CatalogueError, match=message) as caught:
        reads(tmp_path, saved(rows))
    assert caught.value.findings[0].where.line == line


def test_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="into mn, not into fr"):
        reads(tmp_path, written(UNITS, "a.yaml", "en", "mn"), "fr")
    renamed = book(UNITS)
    renamed.active.title = "My sheet"
    stream = io.BytesIO()
    renamed.save(stream)
    with pytest.raises(CatalogueError, match="into mn, not into fr"):
        reads(tmp_path, stream.getvalue(), "fr")


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no zip"),
        (b"path,source,translation\n", "no zip"),
        (zipped({"a.txt": b"a"}), "broken"),
        (zipped({"a.xml": b"\0" * (limits.EXCHANGE_BYTES + 1)}), "when it is unpacked"),
        (zipped({"a.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><x/>'}), "document type"),
        (zipped({"a.xml": "<!DOCTYPE x><x/>".encode("utf-16")}), "document type"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        reads(tmp_path, data)


def test_too_many_rows_and_too_long_texts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CatalogueError, match="at most 32767 characters"):
        written([Unit("title", "a", "б" * 32_768, "translated")], "a.yaml", "en", "mn")
    monkeypatch.setattr(limits, "ITEMS", 3)
    with pytest.raises(CatalogueError, match="more than 3 rows"):
        reads(tmp_path, written(UNITS, "a.yaml", "en", "mn"))


def test_damaged_files_are_findings_and_never_bugs(tmp_path: Path) -> None:
    whole = {}
    with zipfile.ZipFile(io.BytesIO(written(UNITS, "a.yaml", "en", "mn"))) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(7)
    refused = 0
    for name, data in whole.items():
        for _ in range(12):
            at = chance.randrange(len(data))
            for damaged in (data[:at], data[:at] + b"9" + data[at + 1 :], data[:at] + data[at + 9 :]):
                try:
                    reads(tmp_path, zipped({**whole, name: damaged}))
                except CatalogueError:
                    refused += 1
    assert refused > 50
