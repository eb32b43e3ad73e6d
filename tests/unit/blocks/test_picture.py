"""The picture block: shapes, widths, caption and credit, in the main story and in the sidebar."""

from pathlib import Path

import pytest

from factsheet.document import Document, Frame, Picture, Tag, walk
from tests.making import box, document, items, kit, runs, said, whole

FILE = "file: pictures/valley.jpg, alt: Two riders"
LONG = " ".join(f"word{n}" for n in range(40))


def frame(fields: str = "", place: str = "main", width: float = 234.0, **options: str) -> Frame:
    return whole(box(f"- picture: {{{FILE}{fields}}}", place, **options), width)  # type: ignore[arg-type]


def picture(found: Frame) -> Picture:
    (item,) = [item for _, _, item, _ in items(found) if isinstance(item, Picture)]
    return item


def pictures(found: Document) -> list[tuple[int, float, Picture, tuple[Tag, ...]]]:
    """Every picture with its page, its x and its path."""
    return [
        (number, region.rect.x + x, item, path)
        for number, page in enumerate(found.pages)
        for region in page.regions
        for x, _, item, path in walk(region.frame)
        if isinstance(item, Picture)
    ]


def test_a_picture_is_a_figure_that_says_what_it_shows() -> None:
    ((_, _, _, path),) = items(frame())
    assert [tag.role for tag in path] == ["Figure"]
    assert path[0].alt == "Two riders"
    assert (path[0].where.line, path[0].where.column) == (3, 21)


def test_a_decorative_picture_is_an_artefact_that_knows_its_line() -> None:
    found = whole(box("- picture: {file: pictures/valley.jpg, decorative: true, credit: B. Bold}"))
    paths = {type(item): path for _, _, item, path in items(found)}
    assert paths.pop(Picture)[-1].role == "Artifact"
    assert not any(tag.role == "Caption" for path in paths.values() for tag in path)
    assert next(path[-1].where.line for _, _, item, path in items(found) if isinstance(item, Picture)) == 3


def test_caption_and_credit_stand_below_it_in_smaller_and_smaller_type() -> None:
    found = frame(", caption: On the way, credit: B. Bold")
    assert said(found) == ["On", "the", "way", "Photo:", "B.", "Bold"]
    (caption, label, name) = runs(found)
    assert caption[1] > picture(found).height
    assert label[1] == name[1] > caption[1]
    assert label[0] + label[2].width < name[0] < label[0] + label[2].width + 4
    assert caption[2].size > label[2].size == name[2].size
    assert [tag.role for tag in caption[3]] == ["Div", "Caption", "P"]
    assert [tag.role for tag in name[3]] == ["Div", "Caption", "P", "Span"]


@pytest.mark.parametrize(("tag", "label"), [("fr", "Photo\u00a0:"), ("de", "Foto:"), ("mn", "Гэрэл зураг:")])
def test_the_credit_begins_with_a_word_of_the_language(tag: str, label: str) -> None:
    found = frame(", credit: B. Bold", tag=tag)
    assert "".join(item.text for _, _, item, _ in runs(found)[:-1]).strip() == label


@pytest.mark.parametrize(
    ("crop", "shape"),
    [("'16:9'", 16 / 9), ("3:2", 1.5), ("'1:1'", 1), ("'3:4'", 0.75), ("4 x 3", 4 / 3), ("2.39:1", 2.39)],
)
def test_it_is_cut_to_the_shape_asked_for(crop: str, shape: float) -> None:
    item = picture(frame(f", crop: {crop}"))
    assert item.width == 234
    assert item.height == pytest.approx(234 / shape, abs=kit().grid.leading / 2 + 0.01)


def test_nothing_is_cut_where_that_is_asked_for() -> None:
    item = picture(frame(", crop: none"))
    assert item.crop == (0, 0, 1, 1)
    assert item.width / item.height == pytest.approx(1600 / 1067)


def test_a_tall_picture_leaves_room_for_others() -> None:
    assert picture(frame(", crop: '1:2.5'")).height <= 28 * kit().grid.leading
    assert picture(frame(", crop: '1:2.5'", "sidebar", 130)).height <= 15 * kit().grid.leading


def test_in_the_sidebar_it_is_as_wide_as_that() -> None:
    for width in ("column", "full", "bleed"):
        item = picture(frame(f", width: {width}, caption: {LONG}", "sidebar", 130))
        assert item.width == 130


def test_lines_below_a_wide_picture_are_not_too_long() -> None:
    text = f"title: T\nmain:\n  - picture: {{{FILE}, width: full, caption: {LONG}}}\n"
    found = document(text)
    ends = [x + i.width - r.rect.x for p in found.pages for r in p.regions if r.name == "main"
            for x, _, i, path in walk(r.frame) if any(t.role == "Caption" for t in path)]  # fmt: skip
    assert ends
    assert max(ends) < 0.75 * 493


STORY = "title: T\nmain:\n  - text: {before}\n  - picture: {{{file}, width: {width}}}\n  - text: {after}\n"


@pytest.mark.parametrize("side", ["", "sidebar:\n  - support: Somebody\n"])
@pytest.mark.parametrize("width", ["column", "full", "bleed"])
def test_widths_on_a_page(width: str, side: str) -> None:
    found = document(STORY.format(file=FILE, width=width, before=LONG, after=LONG) + side)
    ((_, x, item, _),) = pictures(found)
    if side and width == "bleed":
        assert x == pytest.approx(-found.bleed)
        assert x + item.width < found.width * 0.7
    elif side or width == "column":
        assert x > 0
        assert item.width < found.width * 0.6
    elif width == "full":
        assert x > 0
        assert item.width == pytest.approx(found.width - 2 * x, abs=1)
    else:
        assert (x, item.width) == (pytest.approx(-found.bleed), pytest.approx(found.width + 2 * found.bleed))


def test_the_words_of_an_alt_are_on_no_page_and_missed_by_nobody() -> None:
    from factsheet.i18n.language import language
    from factsheet.preflight.pages import judge_pages
    from factsheet.spec.texts import judge_texts, written
    from tests.making import sheet, styles

    text = "title: T\nmain:\n  - picture: {file: pictures/valley.jpg, alt: Riders 🐎, caption: On the way}\n"
    made = sheet(text)
    assert judge_pages(document(text), written(made)) == []
    assert judge_texts(made, styles(), language("en")) == []
    assert "Riders 🐎" in {str(part) for part in made.texts()}


def test_the_samples_are_small() -> None:
    files = list((Path(__file__).parents[2] / "data" / "specs" / "pictures").iterdir())
    assert len(files) >= 3
    assert all(path.stat().st_size < 40_000 for path in files)
