"""The tests mirror the sources: every file has its test, and every test its file."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES, TESTS = ROOT / "factsheet", ROOT / "tests" / "unit"
WITHOUT = {Path("__init__.py"), Path("__main__.py")}
"""Files that only say what the package is, or hand over."""

FREE = {"test_mirror.py", "test_fonts.py", "blocks/test_init.py", "blocks/test_laws.py", "pdf/test_private_names.py"}
"""Tests of something else than one file: this one, the folder ``fonts``, the registry, all blocks, and ReportLab."""


def sources() -> set[str]:
    """Every source file as the path of its test."""
    files = [path.relative_to(SOURCES) for path in SOURCES.rglob("*.py")]
    return {str(path.with_name(f"test_{path.name}")) for path in files if Path(path.name) not in WITHOUT}


def written() -> set[str]:
    return {str(path.relative_to(TESTS)) for path in TESTS.rglob("test_*.py")}


def test_every_source_file_has_its_test() -> None:
    assert len(sources()) > 50
    assert sorted(sources() - written()) == []


def test_every_test_has_its_source_file() -> None:
    assert len(written()) > 50
    assert sorted(written() - sources() - FREE) == []
    assert written() >= FREE


def test_every_folder_of_tests_is_a_package() -> None:
    """Two files of one name in two folders are two modules."""
    names = [path.name for path in TESTS.rglob("test_*.py") if not (path.parent / "__init__.py").is_file()]
    assert sorted(set(names)) == sorted(names)
    packaged = {path.name for path in TESTS.rglob("test_*.py") if (path.parent / "__init__.py").is_file()}
    assert packaged
