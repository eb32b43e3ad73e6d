"""Slips in translations: each is found, and what translators do on purpose is not."""

import pytest

from factsheet.findings import Where
from factsheet.i18n.catalogue import Entry
from factsheet.i18n.checks import check
from factsheet.i18n.glossary import Glossary, Term
from factsheet.i18n.merge import Match
from factsheet.i18n.messages import Message


def slips(source: str, target: str, language: str = "mn") -> list[str]:
    message = Message("title", source, Where("a.yaml", 1, 8), True)
    entry = Entry("title", source, target, where=Where("a.mn.po", 7, 1))
    found = check(Match(message, "translated", target, "", entry), "en", language)
    assert all((one.severity, one.where.file, one.where.line) == ("warning", "a.mn.po", 7) for one in found)
    return [f"{one.rule}: {one.message}" for one in found]


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("In 2013, 150 came.", "2014 онд 150 ирсэн.", "figures: “2013” is not in the translation"),
        ("Many came", "150 ирсэн", "figures: “150” is not in the text that is translated"),
        ("A **strong** word", "Хүчтэй үг", "markup-lost: “**” is missing in the translation"),
        ("Words[^1]", "Үгс", "markup-lost: “[^1]” is missing in the translation"),
        (
            "[All](https://a.org)",
            "[Бүгд](https://b.org)",
            "markup-lost: “](https://a.org)” is missing in the translation",
        ),
        ("See www.iom.int", "Үзнэ үү", "markup-lost: “www.iom.int” is missing in the translation"),
        ("It is good;", "Сайн.", "punctuation: the translation ends with “.”, its source with “;”"),
        ("It is good.", "Сайн", "punctuation: the translation ends without a sign, its source with “.”"),
        ("Good", "Сайн:", "punctuation: the translation ends with “:”, its source with nothing"),
        ("The workshop was held", "Нэгэн workshop болов", "untranslated-word: “workshop” is left in Latin letters"),
        ("Clean water", "Clean water", "same: the translation is the text itself"),
        ("Water", " Ус", "spaces: the translation begins or ends with a space"),
    ],
)
def test_each_slip_is_told(source: str, target: str, said: str) -> None:
    assert said in slips(source, target)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("1,200 wells, 1.5 million people.", "1 200 худаг, 1,5 сая хүн.", "mn"),
        ("He said “yes.”", "Тэр «тийм» гэв.", "mn"),
        ("IOM and GmbH in Bonn", "ОУШХБ ба IOM Боннд", "mn"),
        ("See [the site](https://www.iom.int/x?a=1).", "[Сайт](https://www.iom.int/x?a=1) үзнэ үү.", "mn"),
        ("Write to a.b@iom.int", "a.b@iom.int руу бичнэ үү", "mn"),
        ("The workshop was held", "Le workshop a eu lieu", "fr"),
        ("Mongolia", "Mongolia", "es"),
        ("A **b**[^1] *c*", "**Б**[^1] *в*", "mn"),
        ("Water", "", "mn"),
    ],
)
def test_what_is_right_is_not_told(source: str, target: str, language: str) -> None:
    assert slips(source, target, language) == []


def test_a_term_of_the_glossary_that_is_not_used_is_told_with_what_it_says() -> None:
    term = Term(("trafficking",), ("хүн худалдаалах",), "", "ХХ", "official", "Not «хүний наймаа».")
    terms = Glossary("en", "mn", (term,))
    message = Message("title", "Trafficking", Where("a.yaml", 1, 8))
    entry = Entry("title", "Trafficking", "Хүний наймаа", where=Where("a.mn.po", 7, 1))
    match = Match(message, "translated", entry.target, "", entry)
    (found,) = check(match, "en", "mn", terms)
    assert (found.rule, found.severity, found.where.line) == ("glossary", "warning", 7)
    assert found.message == "“Trafficking” is not translated as in the glossary"
    assert found.hint == "the glossary says “хүн худалдаалах” or “ХХ” (official): Not «хүний наймаа»."
    assert check(match, "fr", "mn", terms) == check(match, "en", "ru", terms) == []
    assert check(Match(message, entry=entry), "en", "mn", terms) == []
