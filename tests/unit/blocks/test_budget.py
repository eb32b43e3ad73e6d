"""Budgets: exact amounts, in the words of the language, large and first."""

from decimal import Decimal
from itertools import pairwise

import pytest

from factsheet.blocks.budget import Amount, Budget, per_cents
from factsheet.document import Area
from factsheet.findings import Finding, Where
from factsheet.i18n.language import language
from factsheet.source import parse
from factsheet.spec.load import validate
from tests.making import block, box, items, kit, pieces, runs, said, said_by, whole

GIZ = "Deutsche Gesellschaft für Internationale Zusammenarbeit"
FULL = f"""
- budget:
    currency: EUR
    funders:
      - {{from: {GIZ}, amount: 1000000}}
      - {{from: Government, amount: 250000}}
    breakdown:
      - {{label: Training, amount: 625000.5}}
      - {{label: Manuals, amount: 312499.5}}
      - {{label: Audit, amount: 312500}}
"""


def made(text: str) -> Budget:
    found = block(text, "sidebar")
    assert isinstance(found, Budget)
    return found


@pytest.mark.parametrize("text", ["100000", "2500.50", "0.0001", "999999999999999.9999"])
def test_amounts_are_exact(text: str) -> None:
    assert made(f"- budget: {{amount: {text}, currency: usd}}").budget == [Amount(amount=text, currency="USD")]
    assert str(made(f"- budget: {{amount: {text}, currency: usd}}").budget[0].amount) == text


@pytest.mark.parametrize("text", ["1,000", "-5", "1e5", "0", "0.00", "1.00000", "1" * 16, "", "abc"])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        Amount(amount=text, currency="USD")


@pytest.mark.parametrize(("text", "cure"), [("1,000", "1000"), ("1 000.5", "1000.5"), ("1’000", "1000")])
def test_the_cure_for_separators_is_the_bare_number(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match="is not an amount") as problem:
        Amount(amount=text, currency="USD")
    assert problem.value.errors()[0]["ctx"]["hint"] == f"write {cure}"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "cure"), [("$", "USD"), ("₮", "MNT"), ("euro", "EUR"), ("USS", "USD"), ("12", "ISO")])
def test_the_cure_for_an_unknown_currency(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match="is not a currency") as problem:
        Amount(amount="1", currency=text)
    assert cure in problem.value.errors()[0]["ctx"]["hint"]  # type: ignore[attr-defined]


def test_one_amount_is_a_list_of_one() -> None:
    one = made("- budget: {amount: 5, currency: EUR}")
    assert one.budget == made("- budget: [{amount: 5, currency: EUR}]").budget
    assert one.budget[0].amount == Decimal(5)


def test_amounts_are_larger_than_their_sources() -> None:
    text = "- budget:\n    - {amount: 100000, currency: USD, from: IOM}\n    - {amount: 2500.5, currency: EUR}"
    frame = whole(box(text, "sidebar"), 140)
    assert said(frame) == ["Project", "budget", "100,000\u00a0USD", "IOM", "2,500.50\u00a0EUR"]
    sizes = {words.text.strip(): words.size for _, _, words, _ in runs(frame)}
    assert sizes["100,000\u00a0USD"] == sizes["2,500.50\u00a0EUR"] > 1.5 * sizes["IOM"]


def test_an_amount_is_never_parted_from_its_currency() -> None:
    frame = whole(box("- budget: {amount: 123456789, currency: USD}", "sidebar"), 140)
    assert any("123,456,789\u00a0USD" in words.text for _, _, words, _ in runs(frame))


@pytest.mark.parametrize(("tag", "expected"), [("mn", "100,000\u00a0ам.доллар"), ("de", "100.000\u00a0USD")])
def test_the_language_writes_the_amount(tag: str, expected: str) -> None:
    frame = whole(box("- budget: {amount: 100000, currency: USD}", "sidebar", tag=tag), 300)
    assert said(frame)[-1] == expected


def test_a_title_of_the_author_replaces_ours() -> None:
    frame = whole(box("- title: Costs\n  budget: {amount: 1, currency: USD}", "sidebar"))
    assert said(frame) == ["Costs", "1\u00a0USD"]
    assert runs(frame)[0][3][-1].role == "H2"


def refused(budget: str) -> Finding:
    sheet, found = validate(parse(f"title: T\nsidebar:\n  - budget: {budget}\n", "t.yaml"))
    assert sheet is None
    (one,) = found
    return one


def judged(budget: str, tag: str = "en") -> list[str]:
    """What is wrong with its sums, each with where that stands."""
    block = Budget.model_validate(parse(f"budget: {budget}", "budget.yaml").data)
    found = block.judge(lambda: language(tag), lambda *path: Where("/".join(map(str, path))))
    return [f"{finding.where.file}: {finding.message}".replace("\u00a0", " ") for finding in found]


def test_the_sum_stands_large_where_no_amount_is_given() -> None:
    frame = whole(box(FULL, "sidebar"), 130)
    assert said(frame)[2] == "1,250,000\u00a0EUR"
    assert (
        said(
            whole(
                box("- budget: {currency: EUR, breakdown: [{label: A, amount: 1}, {label: B, amount: 2}]}", "sidebar")
            )
        )[2]
        == "3\u00a0EUR"
    )


def test_funders_and_breakdown_are_tables_with_heads_of_rows() -> None:
    found = runs(whole(box(FULL, "sidebar"), 130))
    roles = {words.text.strip(): [(tag.role, tag.scope) for tag in path] for _, _, words, path in found}
    table, row = ("Table", ""), ("TR", "")
    assert roles["Funders"] == [table, ("Caption", "")]
    assert roles["Government"] == [table, row, ("TH", "Row")]
    assert roles["250,000"] == [table, row, ("TD", "")]
    assert roles["Total"] == [table, row, ("TH", "Row")]
    assert len({path[0] for _, _, _, path in found if path[0].role == "Table"}) == 2


def test_every_row_of_a_table_has_a_name_and_one_cell() -> None:
    rows: dict[object, list[object]] = {}
    for _, _, _, path in runs(whole(box(FULL, "sidebar"), 130)):
        if path[0].role == "Table" and path[1].role == "TR":
            cells = rows.setdefault(path[1], [])
            cells += [] if path[2] in cells else [path[2]]
    assert len(rows) == 6
    assert {len(cells) for cells in rows.values()} == {2}


def test_amounts_of_a_table_end_at_its_right_with_the_same_decimals() -> None:
    frame = whole(box(FULL, "sidebar"), 130)
    ends = {words.text.strip(): x + words.width for x, _, words, path in runs(frame) if path[-1].role == "TD"}
    assert {"625,000.50", "312,499.50", "312,500.00", "1,250,000.00", "50%", "25%", "250,000"} <= ends.keys()
    assert all(end == pytest.approx(130, abs=1) for end in ends.values())


def test_a_bar_for_each_part() -> None:
    found = kit("sidebar")
    frame = whole(box(FULL, "sidebar"), 130)
    bars = [i for _, _, i, _ in items(frame) if isinstance(i, Area) and i.height == pytest.approx(3.2)]
    tracks = [i.width for i in bars if i.ink == found.ink("track")]
    parts = [i.width for i in bars if i.ink == found.ink("key")]
    assert len(set(tracks)) == 1
    assert [round(part / track, 2) for part, track in zip(parts, tracks, strict=True)] == [0.5, 0.25, 0.25]


@pytest.mark.parametrize("width", [102, 130])
def test_long_names_are_not_divided_and_stay_apart_from_their_amounts(width: float) -> None:
    frame = whole(box(FULL, "sidebar"), width)
    assert {"Gesellschaft", "Internationale", "Zusammenarbeit"} <= set(said(frame))
    lines: dict[float, list[tuple[float, float]]] = {}
    for x, y, words, _ in runs(frame):
        assert not words.divided
        lines.setdefault(round(y, 1), []).append((x, x + words.width))
    for line in lines.values():
        ordered = sorted(line)
        assert all(before[1] <= after[0] for before, after in pairwise(ordered))


def test_two_funders_are_not_added_up_once_more() -> None:
    text = "- budget: {currency: EUR, funders: [{from: A, amount: 1}, {from: B, amount: 2}]}"
    assert "Total" not in said(whole(box(text, "sidebar")))


def test_it_is_divided_between_rows_only() -> None:
    frames, rest = pieces(box(FULL, "sidebar"), 130, 8 * kit().grid.leading)
    assert rest is None
    assert len(frames) > 1
    assert said_by(frames) == said(whole(box(FULL, "sidebar"), 130))
    assert {"Funders", "Breakdown", "Total"}.isdisjoint({said(frame)[-1] for frame in frames})


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        (["1", "1", "1"], ["34", "33", "33"]),
        (["45", "30", "25"], ["45", "30", "25"]),
        (["999", "1"], ["99.9", "0.1"]),
        (["0.005", "0.995"], ["1", "99"]),
        (["1"], ["100"]),
        (["1", "2", "3", "1"], ["14", "29", "43", "14"]),
    ],
)
def test_per_cents_add_up_to_a_hundred(amounts: list[str], expected: list[str]) -> None:
    found = per_cents([Decimal(amount) for amount in amounts])
    assert list(map(str, found)) == expected
    assert sum(found) == 100


def test_sums_that_differ_are_told_with_both_sums_and_the_difference() -> None:
    funders = "{amount: 100000, currency: USD, funders: [{from: A, amount: 60000}, {from: B, amount: 30000.5}]}"
    assert judged(funders) == [
        "budget/0/funders: the funders give 90,000.50 USD, but the amount is 100,000 USD: 9,999.50 USD missing"
    ]
    assert judged(funders, "de")[0].endswith("90.000,50 USD, but the amount is 100.000 USD: 9.999,50 USD missing")
    parts = "{amount: 10, currency: USD, breakdown: [{label: A, amount: 7}, {label: B, amount: 4}]}"
    assert judged(parts) == [
        "budget/0/breakdown: the breakdown adds up to 11 USD, but the amount is 10 USD: 1 USD too much"
    ]


def test_without_an_amount_funders_and_breakdown_must_agree() -> None:
    text = "{{currency: USD, funders: [{{from: A, amount: 7}}], breakdown: [{{label: A, amount: {}}}]}}"
    assert judged(text.format(7)) == []
    assert judged(text.format("6.9999")) == [
        "budget/0/breakdown: the breakdown adds up to 6.9999 USD, but the funders give 7 USD: 0.0001 USD missing"
    ]


def test_decimals_are_added_exactly() -> None:
    tenths = ", ".join("{label: A, amount: 0.1}" for _ in range(3))
    assert judged(f"{{amount: 0.3, currency: USD, breakdown: [{tenths}]}}") == []


@pytest.mark.parametrize(
    ("budget", "rule", "cure"),
    [
        ("{currency: USD}", "missing", "add amount: …"),
        ("{currency: USD, funders: []}", "too-few", "“funders”"),
        ("{currency: USD, funders: [{from: A, amount: 1, currency: EUR}]}", "mixed-currencies", "a list after budget:"),
        ("{currency: USD, funders: [{amount: 1}]}", "missing", "from: …"),
        ("{currency: USD, breakdown: [{label: A, amount: 0}]}", "bad-amount", "leave it out"),
        ('{currency: USD, breakdown: [{label: A, amount: "1,000"}]}', "bad-amount", "write 1000"),
    ],
)
def test_what_is_refused(budget: str, rule: str, cure: str) -> None:
    found = refused(budget)
    assert found.rule == rule
    assert cure in f"{found.message} {found.hint}"


def test_the_currency_may_be_repeated() -> None:
    assert made("- budget: {currency: USD, funders: [{from: A, amount: 1, currency: usd}]}").budget[0].total == 1
