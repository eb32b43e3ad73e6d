"""Partners: a list without marks, with hairlines between the names."""

from factsheet.document import Area
from tests.making import box, items, runs, said, whole

TEXT = "- partners: [Ministry of Labour, '**IOM**', Ministry of Justice]"


def test_names_are_list_items() -> None:
    frame = whole(box(TEXT, "sidebar"))
    assert said(frame) == ["Project", "partners", "Ministry", "of", "Labour", "IOM", "Ministry", "of", "Justice"]
    found = [[tag.role for tag in path if tag.role] for _, _, _, path in runs(frame)]
    assert found[0] == ["H2"]
    assert all(roles == ["L", "LI", "LBody", "P"] for roles in found[1:])


def test_hairlines_stand_between_the_names_only() -> None:
    rules = [y for _, y, item, _ in items(whole(box(TEXT, "sidebar"))) if isinstance(item, Area)]
    assert len(rules) == 3  # the rule over the title, and two between three names
    assert rules == sorted(rules)


def test_a_single_name_needs_no_list() -> None:
    assert said(whole(box("- partners: [IOM]", "sidebar"))) == ["Project", "partners", "IOM"]
