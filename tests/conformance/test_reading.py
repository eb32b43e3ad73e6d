"""The screen edition as it is read out: the same words by its tags, by its pages, and to another program."""

import re
from functools import cache
from pathlib import Path

import pytest

from factsheet.preflight.contents import read_content
from factsheet.preflight.opened import Opened
from factsheet.preflight.readout import Readout
from factsheet.preflight.tree import Piece, Tree, tree_of
from tests.conformance.programs import Built, outside

pytestmark = pytest.mark.conformance

LIGATURES = re.compile("[\ufb00-\ufb06]")


@cache
def read(path: Path) -> tuple[Opened, Tree, Readout]:
    """The file, its tree, and what it reads out."""
    opened = Opened(path.read_bytes())
    return opened, tree_of(opened), Readout(read_content(opened))


def words(text: str) -> list[str]:
    """Words without the hyphens at the ends of lines."""
    return re.sub("\u00ad\\s*", "", text).split()


def test_on_each_page_the_tree_reads_in_the_order_of_the_page(built: Built, spec: Path) -> None:
    _, tree, readout = read(built.file(spec.stem, "screen"))
    order: dict[int, list[int]] = {}
    for top in tree.top:
        for piece in top.content():
            if readout.texts.get(piece, "").strip():
                order.setdefault(piece.page, []).append(piece.mcid)
    assert order
    for page, numbers in order.items():
        assert numbers == sorted(numbers), page


def test_every_text_of_the_pages_stands_in_the_tree_once(built: Built, spec: Path) -> None:
    _, tree, readout = read(built.file(spec.stem, "screen"))
    held: list[Piece] = [piece for top in tree.top for piece in top.content()]
    assert len(held) == len(set(held))
    assert {piece for piece, text in readout.texts.items() if text.strip()} <= set(held)


def test_poppler_reads_the_same_words_from_the_tree(built: Built, spec: Path) -> None:
    path = built.file(spec.stem, "screen")
    opened, tree, readout = read(path)
    run = outside("pdfinfo", "-struct-text", "-enc", "UTF-8", path)
    assert run.returncode == 0, run.stderr
    lines = [line.strip() for line in run.stdout.decode().splitlines()]
    theirs = " ".join(line[1:-1] for line in lines if len(line) > 1 and line[0] == line[-1] == '"')
    mine = readout.whole(opened, tree)
    if b"/ActualText" in b"".join(opened.contents(opened.pages[0])):  # poppler leaves such words out of its tree
        assert set(words(theirs)) <= set(words(mine))
    else:
        assert "".join(words(theirs)) == "".join(words(mine))
    assert len(words(mine)) > 5
    assert LIGATURES.findall(mine) == LIGATURES.findall(spec.read_text(encoding="utf-8"))


def test_hyphenated_words_are_whole(built: Built, spec: Path) -> None:
    opened, tree, readout = read(built.file(spec.stem, "screen"))
    for line in readout.whole(opened, tree).split("\n"):
        assert not re.search("\u00ad[\\s\u00ad]", line), line  # a divided word goes on at once
