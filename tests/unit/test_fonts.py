"""The font files: as they came, with their licences, and with every letter our languages need."""

import importlib.util
import struct
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
import uharfbuzz as hb

from factsheet.design.fonts import folder

FONTS = folder()

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FRENCH = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ"
SPANISH = "ÁÉÍÑÓÚÜáéíñóúü¿¡ºª"
GERMAN = "ÄÖÜẞäöüß"
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
MONGOLIAN = RUSSIAN + "ӨөҮү₮"
MARKS = "„“”‚‘’«»‹›-–—…·•№§†‡%‰°ʼ" + "0123456789" + "€£$¥₮©®™×÷±½¼¾⁰¹²³⁴⁵⁶⁷⁸⁹" + ".,:;!?'\"()[]{}/\\|&@#*+=<>~^_"
SPACES = "\u0020\u00a0\u00ad\u2009\u2011\u202f"

TEXT_CUTS = [
    "noto-sans/NotoSans-Regular.ttf",
    "noto-sans/NotoSans-Bold.ttf",
    "noto-sans/NotoSans-SemiBold.ttf",
    "noto-sans/NotoSans-Italic.ttf",
    "noto-sans/NotoSans-BoldItalic.ttf",
    "noto-sans/NotoSans-Condensed.ttf",
    "noto-sans/NotoSans-CondensedBold.ttf",
    "noto-sans/NotoSans-CondensedItalic.ttf",
    "noto-sans/NotoSans-CondensedBoldItalic.ttf",
]
CHAINS = [
    ("noto-sans/NotoSans-Regular.ttf", "source-sans-3/SourceSans3-Regular.ttf", "dejavu-sans/DejaVuSans.ttf"),
    ("noto-sans/NotoSans-Bold.ttf", "source-sans-3/SourceSans3-Bold.ttf", "dejavu-sans/DejaVuSans-Bold.ttf"),
    ("noto-sans/NotoSans-Italic.ttf", "source-sans-3/SourceSans3-Italic.ttf", "dejavu-sans/DejaVuSans-Oblique.ttf"),
    (
        "noto-sans/NotoSans-BoldItalic.ttf",
        "source-sans-3/SourceSans3-BoldItalic.ttf",
        "dejavu-sans/DejaVuSans-BoldOblique.ttf",
    ),
]


@cache
def face(file: str) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(FONTS / file)))


@cache
def characters(file: str) -> frozenset[int]:
    return frozenset(face(file).unicodes)


@cache
def sources() -> ModuleType:
    spec = importlib.util.spec_from_file_location("font_sources", FONTS / "sources.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["font_sources"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("file", TEXT_CUTS)
@pytest.mark.parametrize(
    "needed",
    [LATIN, FRENCH, SPANISH, GERMAN, RUSSIAN, MONGOLIAN, MARKS, SPACES],
    ids=["latin", "french", "spanish", "german", "russian", "mongolian", "marks", "spaces"],
)
def test_every_text_cut_has_every_letter(file: str, needed: str) -> None:
    missing = [f"U+{ord(char):04X} {char}" for char in needed if ord(char) not in characters(file)]
    assert not missing


@pytest.mark.parametrize("chain", CHAINS, ids=["regular", "bold", "italic", "bold-italic"])
@pytest.mark.parametrize("char", ["\u2212", "→", "≤", "≥", "≈", "✓"])
def test_the_chain_of_stand_ins_has_signs(chain: tuple[str, ...], char: str) -> None:
    assert any(ord(char) in characters(file) for file in chain)


def test_the_minus_sign_comes_from_the_second_face() -> None:
    for first, second, _ in CHAINS:
        assert 0x2212 not in characters(first)
        assert 0x2212 in characters(second)


@pytest.mark.parametrize("file", TEXT_CUTS[:1] + TEXT_CUTS[5:6])
@pytest.mark.parametrize("pair", ["Гө", "Гү", "Тө", "Та", "AV"])
def test_cyrillic_is_kerned(file: str, pair: str) -> None:
    def width(*features: tuple[str, bool]) -> int:
        buffer = hb.Buffer()
        buffer.add_str(pair)
        buffer.guess_segment_properties()
        hb.shape(hb.Font(face(file)), buffer, dict(features))
        return sum(position.x_advance for position in buffer.glyph_positions)

    assert width() < width(("kern", False))


def test_sources_lists_every_file_and_its_checksum() -> None:
    assert len(sources().SOURCES) == 23
    assert sources().problems() == []


def test_check_tells_a_changed_and_an_unlisted_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = sources()
    monkeypatch.setattr(module, "HERE", tmp_path)
    (tmp_path / "noto-sans").mkdir()
    (tmp_path / "noto-sans" / "NotoSans-Regular.ttf").write_bytes(b"changed")
    (tmp_path / "noto-sans" / "Stray.otf").write_bytes(b"")
    wrong = module.problems()
    assert wrong[0].startswith("noto-sans/NotoSans-Regular.ttf has SHA-256 ")
    assert "noto-sans/NotoSans-Bold.ttf is missing" in wrong
    assert wrong[-1] == "noto-sans/Stray.otf is not listed"
    assert module.main(["--check"]) == 1


def test_every_folder_has_its_licence() -> None:
    folders = [path for path in FONTS.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert len(folders) >= 3
    for path in folders:
        licences = [path / name for name in ("OFL.txt", "LICENSE.txt") if (path / name).is_file()]
        assert licences, path.name
        assert "opyright" in licences[0].read_text("utf-8")


def test_files_are_static_truetype_that_may_be_embedded() -> None:
    for source in sources().SOURCES:
        tags = set(face(source.file).table_tags)
        assert "glyf" in tags, source.file
        assert not tags & {"CFF ", "CFF2", "fvar"}, source.file
        (embedding,) = struct.unpack(">H", bytes(face(source.file).reference_table("OS/2").data)[8:10])
        assert embedding == 0, f"{source.file} restricts embedding"
