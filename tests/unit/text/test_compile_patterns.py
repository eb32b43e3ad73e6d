"""From a TeX file of patterns to the table that is loaded, and back."""

from pathlib import Path

from factsheet.text.compile_patterns import main, read, write
from factsheet.text.hyphenation import _table

TEX = r"""% title: a comment with \patterns{x1y}
\patterns{ % and another
.ab2c 1b
a3b4c. d1'e f-2g
}
\hyphenation{
so-me-how
table}
"""


def test_patterns_are_read() -> None:
    found = read(TEX)
    assert found[".abc"] == ((3, 2),)
    assert found["b"] == ((0, 1),)
    assert found["abc."] == ((1, 3), (2, 4))
    assert not any("'" in letters or "-" in letters for letters in found)
    assert "xy" not in found


def test_exceptions_become_patterns_of_whole_words() -> None:
    found = read(TEX)
    assert found[".somehow."] == ((2, 10), (3, 11), (4, 10), (5, 11), (6, 10), (7, 10))
    assert found[".table."] == ((2, 10), (3, 10), (4, 10), (5, 10))


def test_the_table_gives_the_patterns_back_and_every_beginning() -> None:
    patterns = read(TEX)
    table = _table(write(patterns, "a comment"))
    assert {letters: points for letters, points in table.items() if points} == patterns
    assert all(letters[:end] in table for letters in patterns for end in range(1, len(letters)))


def test_the_command_writes_a_table(tmp_path: Path) -> None:
    source = tmp_path / "hyph-xx.tex"
    source.write_text(TEX, "utf-8")
    assert main([str(source), str(tmp_path / "xx.txt")]) == 0
    text = (tmp_path / "xx.txt").read_text("utf-8")
    assert text.startswith("# compiled from hyph-xx.tex; see README.md and LICENCE.xx.txt\n- . ")
    assert "1=3,2=4 abc.\n" in text
