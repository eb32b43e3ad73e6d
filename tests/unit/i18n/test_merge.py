"""Merging: what is kept, moved, marked as fuzzy, emptied and put aside when the texts of a spec change."""

from pathlib import Path

import polib

from factsheet.findings import Where
from factsheet.i18n.catalogue import Catalogue, read
from factsheet.i18n.merge import Match, merge, updated
from factsheet.i18n.messages import Message

LIST = [
    "The first wells were dug in the north of the province",
    "Twelve herders were trained to keep them in good repair",
    "A road was built that leads to all of the new wells",
    "Schools of the province have clean water since then",
]


def found(*texts: str, title: str = "Clean water") -> list[Message]:
    items = [Message(f"main[1].bullets[{n}].text", text, Where("a.yaml", n + 5, 9)) for n, text in enumerate(texts)]
    return [Message("title", title, Where("a.yaml", 1, 8)), *items]


def catalogue(folder: Path, texts: list[Message], **changes: str) -> Catalogue:
    """All of ``texts`` translated, by turning them into capitals."""
    path = folder / "a.mn.po"
    path.write_bytes(updated(Catalogue("mn", path), merge(texts, Catalogue("mn", path)), {}, "a.yaml"))
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = entry.msgid.upper()
        entry.tcomment = f"about {entry.msgid[:9]}"
    file.save()
    return read(path, "mn")


def states(matches: list[Match]) -> list[str]:
    return [match.state for match in matches]


def test_unchanged_texts_keep_their_translations(tmp_path: Path) -> None:
    texts = found(*LIST)
    matches = merge(texts, catalogue(tmp_path, texts))
    assert [match.target for match in matches] == [one.text.upper() for one in texts]
    assert set(states(matches)) == {"translated"}


def test_an_inserted_item_is_the_only_one_that_is_missing(tmp_path: Path) -> None:
    matches = merge(found(LIST[0], "Something else altogether", *LIST[1:]), catalogue(tmp_path, found(*LIST)))
    assert states(matches) == ["translated", "translated", "missing", "translated", "translated", "translated"]
    assert [match.target for match in matches[3:]] == [text.upper() for text in LIST[1:]]


def test_a_changed_text_is_fuzzy_with_what_it_was(tmp_path: Path) -> None:
    changed = LIST[1].replace("Twelve", "Forty")
    matches = merge(found(LIST[0], changed, *LIST[2:]), catalogue(tmp_path, found(*LIST)))
    assert states(matches) == ["translated", "translated", "fuzzy", "translated", "translated"]
    assert (matches[2].target, matches[2].previous) == (LIST[1].upper(), LIST[1])


def test_what_was_moved_changed_and_deleted_at_once_is_told_apart(tmp_path: Path) -> None:
    changed = LIST[3].replace("clean water", "water and power")
    matches = merge(found(changed, LIST[2], "New and unlike", LIST[0]), catalogue(tmp_path, found(*LIST)))
    assert states(matches) == ["translated", "fuzzy", "translated", "missing", "translated"]
    assert matches[1].previous == LIST[3]


def test_a_single_text_is_fuzzy_however_much_it_was_changed_a_list_item_is_not(tmp_path: Path) -> None:
    old = catalogue(tmp_path, found(*LIST))
    matches = merge(found("Nothing that was there before", *LIST[1:], title="Roads"), old)
    assert states(matches)[:2] == ["fuzzy", "missing"]
    assert matches[0].previous == "Clean water"


def test_a_text_that_was_changed_back_is_right_again(tmp_path: Path) -> None:
    old, path = catalogue(tmp_path, found(*LIST)), tmp_path / "a.mn.po"
    changed = found(LIST[0].replace("north", "south"), *LIST[1:])
    path.write_bytes(updated(old, merge(changed, old), {}, "a.yaml"))
    once = read(path, "mn")
    again = found(LIST[0].replace("north", "far south"), *LIST[1:])
    assert merge(again, once)[1].previous == LIST[0]
    assert states(merge(found(*LIST), once)) == ["translated"] * 5


def test_a_deleted_text_is_put_aside_and_comes_back(tmp_path: Path) -> None:
    old, path = catalogue(tmp_path, found(*LIST)), tmp_path / "a.mn.po"
    path.write_bytes(updated(old, merge(found(*LIST[1:]), old), {}, "a.yaml"))
    aside = read(path, "mn")
    assert [entry.source for entry in aside.entries if entry.obsolete] == [LIST[0]]
    assert "# about The first" in path.read_text(encoding="utf-8")
    assert states(merge(found(*LIST), aside)) == ["translated"] * 5


def test_an_update_without_a_change_gives_the_same_bytes(tmp_path: Path) -> None:
    texts = found(*LIST)
    rooms = {"title": "room: 20 characters"}
    old, path = catalogue(tmp_path, texts), tmp_path / "a.mn.po"
    path.write_bytes(updated(old, merge(texts, old), rooms, "a.yaml"))
    first = path.read_bytes()
    again = read(path, "mn")
    assert updated(again, merge(texts, again), rooms, "a.yaml") == first
    assert b'#. room: 20 characters\n#: a.yaml:1\nmsgctxt "title"' in first


def test_comments_and_flags_of_the_translator_are_never_touched(tmp_path: Path) -> None:
    catalogue(tmp_path, found(*LIST))
    path = tmp_path / "a.mn.po"
    file = polib.pofile(str(path))
    file[1].flags = ["no-wrap", "weblate-odd"]
    file.save()
    old = read(path, "mn")
    path.write_bytes(updated(old, merge(found(LIST[0] + " too", *LIST[1:]), old), {}, "a.yaml"))
    entry = polib.pofile(str(path))[1]
    assert entry.flags == ["fuzzy", "no-wrap", "weblate-odd"]
    assert entry.tcomment == "about The first"


def test_a_text_used_twice_takes_one_translation_along(tmp_path: Path) -> None:
    matches = merge(found(LIST[0], *LIST), catalogue(tmp_path, found(*LIST)))
    assert [match.target for match in matches[1:3]] == [LIST[0].upper()] * 2
