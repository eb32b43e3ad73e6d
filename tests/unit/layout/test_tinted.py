"""Untranslated texts have an ink and a language of their own, on paper and on dark grounds; nothing else changes."""

from pathlib import Path

from factsheet.build import pages_and_press
from factsheet.design.inks import Ink, contrast
from factsheet.document import Document, Words, walk
from factsheet.engine import Engine
from factsheet.layout.tinted import DARK, LIGHT, tinted

SPEC = "title: A title\nmain:\n  - text: Words that **are** not translated\n  - text: Others\n"


def inks(document: Document) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for page in document.pages:
        for region in page.regions:
            for _, _, item, _ in walk(region.frame):
                if isinstance(item, Words):
                    found.setdefault(item.text.strip(), set()).add((item.ink.name, item.language))
    return found


def test_the_texts_at_the_places_are_tinted(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, encoding="utf-8")
    document = pages_and_press(path, Engine()).document
    after = tinted(document, frozenset({(1, 8), (3, 11)}), "en")
    before, found = inks(document), inks(after)
    assert found["are"] == {(DARK.name, "en")}
    assert (LIGHT.name, "en") in found["A title"]
    assert found["Others"] == before["Others"]
    assert found.keys() == before.keys()
    assert inks(tinted(document, frozenset(), "en")) == before


def test_the_inks_can_be_read() -> None:
    white, navy = Ink("", (0, 0, 0, 0), (1, 1, 1)), Ink("", (1, 0.8, 0, 0.5), (0.04, 0.15, 0.35))
    assert contrast(DARK, white) > 6
    assert contrast(LIGHT, navy) > 6
    assert len(DARK.plates) == 1
