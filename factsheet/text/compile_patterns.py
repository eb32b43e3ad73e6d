"""Hyphenation patterns of TeX's hyph-utf8 collection to the tables that ``hyphenation`` loads.

Run by hand, when patterns are renewed::

    python -m factsheet.text.compile_patterns hyph-en-gb.tex factsheet/text/patterns/en.txt

A table is one UTF-8 text file. Its first line is a comment. Every other line starts with what its patterns say, and
then names them all, the dots of a word's beginning and end included: ``1=3,2=4 .ab sub`` wishes for a break (odd
numbers) after the first letter and none (even numbers) after the second. The line that starts with ``-`` names the
beginnings of patterns that are no patterns themselves: where a text is not even such a beginning, the search stops.
"""

import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path

from factsheet.text.hyphenation import NOTHING, Points

_COMMENT = re.compile(r"(?<!\\)%.*")
_GROUP = re.compile(r"\\(patterns|hyphenation)\s*\{([^{}]*)\}")
_LETTERS_ONLY = re.compile(r"\.?[^\W\d_]+\.?")
_NEVER, _ALWAYS = 10, 11


def main(arguments: list[str]) -> int:
    """Compile the file named first into the file named second."""
    parser = argparse.ArgumentParser(description="Compile hyphenation patterns of TeX into a table.")
    parser.add_argument("patterns", type=Path, help="a file of hyph-utf8, as hyph-en-gb.tex")
    parser.add_argument("table", type=Path, help="the table to write")
    wish = parser.parse_args(arguments)
    source: Path = wish.patterns
    table: Path = wish.table
    found = read(source.read_text("utf-8"))
    table.write_text(write(found, f"compiled from {source.name}; see README.md and LICENCE.{table.stem}.txt"), "utf-8")
    return 0


def read(text: str) -> dict[str, Points]:
    """The patterns and exceptions in the text of a TeX file; those with apostrophes and hyphens are left out.

    A word is cut at apostrophes and hyphens before it is looked up, so that such patterns would never be met.
    """
    found: dict[str, Points] = {}
    for kind, body in _GROUP.findall(_COMMENT.sub("", text)):
        for entry in body.split():
            letters, points = _pattern(entry) if kind == "patterns" else _exception(entry)
            if _LETTERS_ONLY.fullmatch(letters):
                found[letters] = points
    return found


def write(patterns: dict[str, Points], comment: str) -> str:
    """The table of ``patterns``, always in the same order."""
    groups: defaultdict[Points, list[str]] = defaultdict(list)
    for letters, points in patterns.items():
        groups[points].append(letters)
    beginnings = {letters[:end] for letters in patterns for end in range(1, len(letters))} - patterns.keys()
    lines = [f"# {comment}", " ".join([NOTHING, *sorted(beginnings)])]
    for points in sorted(groups):
        said = ",".join(f"{place}={number}" for place, number in points) or NOTHING
        lines.append(" ".join([said, *sorted(groups[points])]))
    return "\n".join(lines) + "\n"


def _pattern(entry: str) -> tuple[str, Points]:
    """The letters and points of a pattern: ``.a2b`` has a 2 after its second sign."""
    letters = ""
    points: list[tuple[int, int]] = []
    for char in entry:
        if char.isdigit():
            points.append((len(letters), int(char)))
        else:
            letters += char
    return letters, tuple(point for point in points if point[1])


def _exception(entry: str) -> tuple[str, Points]:
    """A whole word as a pattern that no other can overrule: ``uni-ver-sity``."""
    parts = entry.split("-")
    word = "".join(parts)
    ends = {sum(map(len, parts[:count])) for count in range(1, len(parts))}
    return f".{word}.", tuple((place + 1, _ALWAYS if place in ends else _NEVER) for place in range(1, len(word)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
