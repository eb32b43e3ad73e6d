"""The register of rules."""

import re

from factsheet.preflight.rules import RULES, error, warning
from factsheet.units import Rect


def test_every_rule_says_what_it_asks_and_where_it_comes_from() -> None:
    assert len(RULES) > 75
    for name, rule in RULES.items():
        assert rule.id == name
        assert re.fullmatch(r"[BXHS]-\d\d|R\d{4}|\d\d-\d{3}|UA-[\w.-]+|6(\.\d+)+-\d+", name)
        assert rule.title[0].islower() or rule.title.startswith(("CMYK", "RGB"))
        assert not rule.title.endswith(".")
        assert rule.source
        assert bool(rule.standards) == (name[0] != "S")  # those need the spec, and no standard asks for them
    assert len({rule.title for rule in RULES.values()}) > 70


def test_no_clause_is_quoted_of_what_is_not_public() -> None:
    assert not [rule.source for rule in RULES.values() if re.search(r"15930-\d, \d", rule.source)]


def test_hits_have_a_first_place_and_others() -> None:
    one, other = Rect(0, 0, 1, 1), Rect(5, 5, 1, 1)
    assert error("X-40", "wrong", place=one).place == one
    hit = warning("X-40", "wrong", place=[one, other], page=2, thing="7 0")
    assert (hit.level, hit.place, hit.others, hit.page, hit.object) == ("warning", one, (other,), 2, "7 0")
    assert error("X-40", "wrong").place is None
