"""The style sheet of a page."""

from factsheet.paint.web_style import Design, cards, style


def design(**changes: object) -> Design:
    usual: dict[str, object] = {
        "paper": "#fff", "rule": "#123", "side_rule": "#124", "line": "#125", "side_line": "#126", "accent": "#127",
        "mark": "#128", "bullet": "#129", "bar": ("60px", "4px"), "foot": "", "left": False, "cover": "right",
    }  # fmt: skip
    return Design(**{**usual, **changes})  # type: ignore[arg-type]


def test_braces_are_closed_and_nothing_is_asked_for() -> None:
    for cover in ("right", "full", "below"):
        said = style(design(cover=cover, left=True, foot="#999"))
        assert said.count("{") == said.count("}")
        assert "url(" not in said
        assert "@media print" in said


def test_the_bar_and_the_side_are_those_of_the_theme() -> None:
    assert "width:60px;height:4px" in style(design())
    assert "grid-template-columns:20rem minmax(0,1fr)" in style(design(left=True))


def test_rows_become_cards_the_sooner_the_more_columns_there_are() -> None:
    said = cards([3, 8])
    assert said.index("18.6rem") < said.index("49.6rem")
    assert ".headed.cols-8" in said
