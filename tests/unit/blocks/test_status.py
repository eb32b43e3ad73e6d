"""States: one of four words, with a sign, and progress that agrees with it."""

import pytest

from factsheet.blocks.status import State, Status
from factsheet.document import Area, Frame
from tests.making import block, box, items, said, whole


def state(text: str) -> State:
    found = block(f"- status: {text}", "sidebar")
    assert isinstance(found, Status)
    return found.status


def set_(text: str, tag: str = "en") -> Frame:
    return whole(box(f"- status: {text}", "sidebar", tag=tag), 130.4)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["Planned", "Ongoing", "Completed", "Suspended"]),
        ("fr", ["Prévu", "En cours", "Achevé", "Suspendu"]),
        ("ru", ["Запланирован", "Реализуется", "Завершён", "Приостановлен"]),
        ("mn", ["Төлөвлөж байгаа", "Хэрэгжиж байгаа", "Дууссан", "Түр зогссон"]),
    ],
)
def test_the_words_of_the_language(tag: str, words: list[str]) -> None:
    for name, word in zip(("planned", "ongoing", "completed", "suspended"), words, strict=True):
        assert " ".join(said(set_(f"{{state: {name}}}", tag))).endswith(word)


def test_date_progress_and_text() -> None:
    frame = set_("{state: Ongoing, date: 2026-03, progress: 60, text: The second phase *has* begun.}")
    assert " ".join(said(frame)) == "Status Ongoing March\u00a02026 60% completed The second phase has begun."
    track, *_, done = [item.width for _, _, item, _ in items(frame) if isinstance(item, Area) and item.height < 6]
    assert done > 0.5 * track


def test_progress_is_written_as_the_language_does() -> None:
    assert " ".join(said(set_("{state: ongoing, progress: 60}", "de"))).endswith("60\u00a0% umgesetzt")


@pytest.mark.parametrize("progress", [0, 1, 100])
def test_bars_stay_in_their_room(progress: int) -> None:
    frame = set_(f"{{state: ongoing, progress: {progress}}}")
    assert all(x + item.width <= 130.41 for x, _, item, _ in items(frame) if isinstance(item, Area))
    assert f"{progress}%" in said(frame)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{state: finished}", "no state of a project"),
        ("{date: 2026}", "“state” is missing"),
        ("{state: ongoing, progress: 101}", "no whole number"),
        ("{state: ongoing, progress: 6.5}", "no whole number"),
        ("{state: completed, progress: 99}", "completed, but its progress is 99"),
        ("{state: planned, progress: 1}", "planned, but its progress is 1"),
        ("{state: ongoing, date: soon}", "date"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        state(text)


@pytest.mark.parametrize(
    ("text", "cure"),
    [("finished", "completed"), ("on hold", "suspended"), ("ongiong", "ongoing"), ("xyz", "planned, ongoing")],
)
def test_the_cure_for_another_word(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match="no state") as problem:
        State(state=text)  # type: ignore[arg-type]
    assert cure in problem.value.errors()[0]["ctx"]["hint"]  # type: ignore[attr-defined]


def test_what_agrees() -> None:
    assert state("{state: completed, progress: 100}").progress == 100
    assert state("{state: planned, progress: 0}").progress == 0
