"""Footnotes: which mark leads to which note."""

from factsheet.paint.notes import Notes, digits
from factsheet.paint.tree import tree
from tests.making import document

TEXT = """\
title: T
main:
  - text: One[^a] and two[^b] and one[^a].
sidebar:
  - support: Two[^b].
notes: {a: Alpha., b: Beta.}
"""


def test_raised_digits_are_plain_ones() -> None:
    assert digits("¹²³⁴⁵⁶⁷⁸⁹⁰ ") == "1234567890"


def test_every_mark_leads_to_a_note_of_its_part() -> None:
    roots = tree(document(TEXT))
    notes = Notes(roots)
    assert len(notes.marks) == 4
    assert all(note is not None for note in notes.marks.values())
    assert len(set(notes.labels.values())) == len(notes.labels)
    for root in roots:
        own = set(root.every("Note"))
        for mark in root.every("Reference"):
            assert not own or notes.marks[mark] in own
            assert notes.labels[notes.marks[mark]].startswith(digits(mark.text()))  # type: ignore[index]


def test_a_note_leads_back_to_its_first_mark() -> None:
    roots = tree(document(TEXT))
    notes = Notes(roots)
    marks = list(roots[1].every("Reference"))
    (note, *_) = roots[1].every("Note")
    assert notes.first[note] is marks[0]
