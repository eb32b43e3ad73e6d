"""Callouts: on a ground of their own, their kind in words, never a heading of the story."""

from itertools import product

import pytest

from factsheet.blocks.callout import panel
from factsheet.blocks.kit import Kit
from factsheet.design import theme as themes
from factsheet.design.inks import contrast
from factsheet.document import Area, Frame
from factsheet.engine import Engine
from factsheet.findings import Finding, Where
from factsheet.i18n.language import language
from factsheet.i18n.text import Text
from factsheet.source import parse
from factsheet.spec.load import validate
from factsheet.text.styles import Styles
from factsheet.units import Size
from tests.making import Place, box, items, kit, pieces, runs, said, said_by, whole

FULL = "- callout: {kind: warning, title: T, text: 'A.\n\n\n    B.', bullets: [C., {text: D., numbered: [E.]}]}"
LONG = "- callout: {title: T, text: '" + "What nobody should miss. " * 120 + "'}"

WHERE = Where("test.yaml", 1, 1)


def refused(callout: str) -> Finding:
    sheet, found = validate(parse(f"title: T\nmain:\n  - callout: {callout}\n", "t.yaml"))
    assert sheet is None
    (one,) = found
    return one


def grounds(frame: Frame) -> list[tuple[float, float]]:
    """The top and the foot of each ground."""
    tint = kit().ink("tint")
    return [(y, y + i.height) for _, y, i, _ in items(frame) if isinstance(i, Area) and i.ink == tint]


def test_kind_title_text_and_bullets_in_this_order() -> None:
    assert said(whole(box(FULL))) == ["Warning", "T", "A.", "B.", "•", "C.", "•", "D.", "1.", "E."]
    assert said(whole(box(FULL, tag="de")))[0] == "Achtung"


def test_a_plain_text_is_enough() -> None:
    assert said(whole(box("- callout: A text."))) == ["A", "text."]
    assert said(whole(box("- callout: {bullets: [A., B.]}"))) == ["•", "A.", "•", "B."]


def test_it_has_no_heading_that_the_story_would_go_on_under() -> None:
    roles = {tag.role for _, _, _, path in runs(whole(box(FULL))) for tag in path}
    assert roles == {"Div", "P", "L", "LI", "Lbl", "LBody"}


@pytest.mark.parametrize("place", ["main", "sidebar"])
def test_no_text_stands_outside_the_ground(place: Place) -> None:
    frame = whole(box(FULL, place), 130)
    (foot,) = [bottom for _, bottom in grounds(frame)] if place == "main" else [frame.height]
    for x, y, words, _ in runs(frame):
        assert x > 5
        assert x + words.width < 130 - 5
        assert y < foot


def test_a_short_one_is_never_divided() -> None:
    boxed = box(FULL)
    assert boxed.fit(Size(200, whole(boxed, 200).height - 1)).frame is None


def test_each_part_of_a_tall_one_has_its_ground() -> None:
    frames, rest = pieces(box(LONG), 234, 20 * kit().grid.leading)
    assert rest is None
    assert len(frames) > 1
    assert [len(grounds(frame)) for frame in frames] == [1] * len(frames)
    assert said_by(frames) == said(whole(box(LONG)))


def test_baselines_inside_stand_on_the_grid() -> None:
    grid = kit().grid
    for _, y, words, _ in runs(whole(box("- callout: 'A.\n\n\n    B.'"))):
        assert (y - grid.baseline) % grid.leading == pytest.approx(0, abs=0.01), words.text


@pytest.mark.parametrize(
    ("callout", "rule", "cure"),
    [
        ("{title: T}", "missing", "add text:"),
        ("{kind: danger, text: A.}", "bad-kind", "note, key or warning"),
        ("", "empty", "callout"),
        ("[A., B.]", "wrong-type", "title: …"),
        ("{txt: A.}", "unknown-key", "“text”"),
        ("{text: A., bullets: []}", "too-few", "items"),
    ],
)
def test_mistakes_are_refused_with_a_cure(callout: str, rule: str, cure: str) -> None:
    found = refused(callout)
    assert found.rule == rule
    assert cure in f"{found.message} {found.hint}"


STYLES = ("text", "callout-label", "callout-title", "bullet")
PLACES: tuple[Place, ...] = ("main", "sidebar")


@pytest.mark.parametrize(("name", "place", "style"), list(product(themes.names(), PLACES, STYLES)))
def test_texts_can_be_read_on_the_tint_of_every_theme(name: str, place: Place, style: str) -> None:
    """WCAG 2.1, 1.4.3: 4.5 : 1, and 3 : 1 for what is only a mark."""
    theme = themes.load(name)
    made = Kit(Styles(theme, "en", Engine(), theme.fit[theme.usual]), language("en"), place)
    boxed = made.words("x", style)
    tint, least = made.ink("tint"), 3.0 if style == "bullet" else 4.5
    for _, _, words, _ in runs(whole(boxed)):
        assert contrast(words.ink, tint) >= least
    links = made.words("x", style, href="https://x.org")
    for _, _, words, _ in runs(whole(links)):
        assert contrast(words.ink, tint) >= least


def test_a_panel_is_whole_unless_it_is_half_a_page_tall() -> None:
    made = kit()
    few, many = (made.stack(*[made.text(Text("a", WHERE)) for _ in range(count)]) for count in (5, 40))
    assert panel(made, few, WHERE).fit(Size(100, made.lines(5))).frame is None
    assert panel(made, many, WHERE).fit(Size(100, made.lines(5))).frame is not None
