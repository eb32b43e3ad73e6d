"""The register of the rules for screens."""

import re

from factsheet.preflight.rules import RULES
from factsheet.preflight.screen_rules import ROWS


def test_every_rule_is_asked_by_somebody_and_has_a_source() -> None:
    assert len(ROWS) > 100
    assert len({rule for rule, *_ in ROWS}) == len(ROWS)
    for rule, title, source, asked in ROWS:
        assert title
        assert set(asked) <= {"ua1", "a2a"}
        assert asked
        assert re.search(r"Matterhorn 1\.1|ISO \d+-\d", source)
        assert RULES[rule].title == title


def test_rules_of_the_matterhorn_protocol_name_their_condition() -> None:
    for rule, _, source, _ in ROWS:
        if re.fullmatch(r"\d\d-\d\d\d", rule):
            assert source.startswith(f"Matterhorn 1.1, {rule}")
