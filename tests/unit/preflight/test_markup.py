import pytest

from factsheet.preflight.markup import Markup, element, joined, number, picture, section


def test_texts_are_escaped_and_markup_is_not() -> None:
    assert element("p", "a < b & c", element("b", "d")) == "<p>a &lt; b &amp; c<b>d</b></p>"


def test_attributes_are_escaped() -> None:
    assert element("a", "x", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">x</a>'


def test_names_of_attributes_may_be_words_of_python() -> None:
    assert element("label", class_="a", for_="b", aria_label="c") == '<label class="a" for="b" aria-label="c"></label>'


def test_an_attribute_may_be_called_name() -> None:
    assert element("meta", name="viewport") == '<meta name="viewport">'


def test_true_stands_without_a_value_and_false_and_none_are_left_out() -> None:
    made = element("input", checked=True, disabled=False, id=None)
    assert made == "<input checked>"


def test_empty_elements_of_html_and_of_svg_end_as_each_wants() -> None:
    assert element("br") == "<br>"
    assert element("rect", x=1.0) == '<rect x="1"/>'


def test_content_may_be_nested_and_missing() -> None:
    assert joined("a", None, ["b", [Markup("<i>"), "<"]]) == "ab<i>&lt;"


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\udc80", "\u202e", "\ufffe"])
def test_signs_that_html_may_not_hold_become_a_dot(sign: str) -> None:
    assert joined(f"a{sign}b") == "a·b"
    assert element("p", title=sign) == '<p title="·"></p>'


def test_lines_and_other_scripts_stay() -> None:
    assert joined("Өргөө\n“x”") == "Өргөө\n“x”"


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.001, "0"), (12.346, "12.35"), (-3.5, "-3.5")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_a_picture_is_inside_the_page() -> None:
    made = picture("image/png", b"\x89PNG", "A & B", 3, 2)
    assert made == '<img src="data:image/png;base64,iVBORw==" alt="A &amp; B" width="3" height="2">'


def test_a_section_is_named_by_its_heading() -> None:
    made = section("rules", "What <was> asked", element("p", "x"))
    assert made == (
        '<section id="rules" aria-labelledby="rules-heading">'
        '<h2 id="rules-heading">What &lt;was&gt; asked</h2><p>x</p></section>'
    )
