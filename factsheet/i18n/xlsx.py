"""Translations as a spreadsheet (XLSX), for translators without a translation program."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factsheet import limits
from factsheet.findings import CatalogueError, Finding, Where
from factsheet.i18n.exchange import Unit, data_of, same_language
from factsheet.i18n.merge import State

COLUMNS = {"path": 30, "source": 60, "translation": 60, "comment": 30, "state": 12, "room": 30}
"""The columns with their widths."""

NEEDED = ("path", "source", "translation")
STATES: tuple[State, ...] = ("translated", "fuzzy", "missing")
CELL = 32_767
"""The most characters of a cell."""

_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_WIDEST = 100
_TROUBLE = (
    zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError,
    OSError, RuntimeError,
)  # fmt: skip
"""What a library raises on a file that is not what it seems; the errors of both readers of XML are syntax errors."""


def written(found: list[Unit], spec: str, source: str, target: str) -> bytes:
    """``found`` as a file for the translators of ``spec`` from the language ``source`` into ``target``.

    Raises:
        CatalogueError: a text is too long for a cell.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - only for those who want spreadsheets
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    book = Workbook()
    sheet: Any = book.active
    sheet.title = target
    book.properties.title = f"{spec}: {source} → {target}"
    book.properties.language = target
    rows = [list(COLUMNS)]
    for unit in found:
        row = [unit.path, unit.source, unit.target, unit.comment or "", unit.state, unit.room]
        if any(len(_packed(text)) > CELL for text in row):
            raise CatalogueError([Finding("limit", f"a cell holds at most {CELL} characters", where=unit.where)])
        rows.append(row)
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if text:
                cell.value = _packed(text)
                cell.data_type = "s"
            cell.number_format, cell.alignment = "@", wrapped
            if number == 1:
                cell.font = Font(bold=True)
            elif text.startswith(("=", "+", "-", "@")):
                cell.quotePrefix = True
    for column, width in enumerate(COLUMNS.values(), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    if found:
        choice = DataValidation("list", formula1=f'"{",".join(STATES)}"', allow_blank=True)
        letter = get_column_letter([*COLUMNS].index("state") + 1)
        choice.add(f"{letter}2:{letter}{len(rows)}")
        sheet.add_data_validation(choice)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(path: Path, language: str, spec: str) -> list[Unit]:
    """The texts of ``spec`` in the file ``path`` with their translations into ``language``.

    Raises:
        CatalogueError: it is no spreadsheet, one of another language, or lacks a column.
    """
    from openpyxl import load_workbook  # noqa: PLC0415

    data = data_of(path)
    where = Where(str(path))
    try:
        _refuse(data, where)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            sheet: Any = book.worksheets[0]
            title, declared = str(sheet.title), book.properties.language or ""
            sheet.reset_dimensions()
            rows = [list(row) for row in _rows(sheet, where)]
    except _TROUBLE as problem:
        reason = "it is no zip" if isinstance(problem, zipfile.BadZipFile) else "it is broken"
        message = f"this is no spreadsheet of the format XLSX: {reason}"
        raise CatalogueError([Finding("xlsx", message, where=where, hint="save it as .xlsx once more")]) from None
    named = title if _LANGUAGE.fullmatch(title) else declared
    if named and not same_language(named, language):
        message = f"this is a translation into {named[:30]}, not into {language}"
        raise CatalogueError([Finding("xlsx", message, where=where, hint="name its language with --lang")])
    return _units(rows, where, spec)


def _refuse(data: bytes, where: Where) -> None:
    """Refuse what could blow up: bombs of zeros, and of entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > limits.EXCHANGE_BYTES:
            message = f"the file is larger than {limits.EXCHANGE_BYTES // 1000} kB when it is unpacked"
            raise CatalogueError([Finding("limit", message, where=where)])
        for member in archive.infolist():
            if re.search(rb"<!(DOCTYPE|ENTITY)", archive.read(member).replace(b"\0", b"")):
                message = f"a document type is declared in {member.filename[:60]}, which could hide anything: refused"
                raise CatalogueError([Finding("xlsx", message, where=where)])


def _rows(sheet: Any, where: Where) -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(sheet.iter_rows(max_col=_WIDEST), 1):
        if number > limits.ITEMS:
            raise CatalogueError([Finding("limit", f"there are more than {limits.ITEMS} rows", where=where)])
        yield row


def _units(rows: list[list[Any]], where: Where, spec: str) -> list[Unit]:
    heads = [str(cell.value or "").strip().lower() for cell in rows[0]] if rows else []
    wrong = [
        Finding("xlsx", f"there is no column “{name}”", where=Where(where.file, 1), hint=f"the columns: {_NAMES}")
        for name in NEEDED
        if name not in heads
    ]
    wrong += [
        Finding("xlsx", f"there are two columns “{name}”", where=Where(where.file, 1), hint="delete one of them")
        for name in COLUMNS
        if heads.count(name) > 1
    ]
    found = []
    if not wrong:
        columns = {name: heads.index(name) for name in COLUMNS if name in heads}
        for number, row in enumerate(rows[1:], 2):
            place = Where(where.file, number)
            texts: dict[str, str] = {}
            for name, at in columns.items():
                text = _said(row[at]) if at < len(row) else ""
                if text is None and name != "room":
                    message = f"the cell in the column “{name}” is no text"
                    wrong.append(
                        Finding("xlsx", message, where=place, hint="give it the format “text”, and type it anew")
                    )
                texts[name] = text or ""
            if not any(texts.values()):
                continue
            state = texts.get("state", "").strip().lower() or "translated"
            if state not in STATES:
                message = f"“{state[:30]}” is no state of a translation"
                wrong.append(Finding("xlsx", message, where=place, hint=f"write {', '.join(STATES)}"))
            elif not texts["path"]:
                wrong.append(Finding("xlsx", f"this row does not say which text of {spec} it is", where=place))
            else:
                target = texts["translation"]
                known: State = "missing" if not target else "fuzzy" if state == "fuzzy" else "translated"
                comment = texts.get("comment")
                found.append(Unit(texts["path"], texts["source"], target, known, comment=comment, where=place))
    if wrong:
        raise CatalogueError(wrong)
    return found


_NAMES = ", ".join(COLUMNS)


def _said(cell: Any) -> str | None:
    """The text in ``cell``; None if it is a formula, a date or a mistake."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "n" and isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if float(value).is_integer() else str(value)
    if cell.data_type in ("s", "inlineStr", "str") and isinstance(value, str):
        return _unpacked(value)
    return None


def _packed(text: str) -> str:
    """``text`` as a spreadsheet writes it: what looks like an escaped character, and ends of lines, escaped."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text).replace("\r", "_x000D_")


def _unpacked(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
