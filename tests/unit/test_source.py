"""YAML to plain data that remembers its lines: places, odd files, limits."""

from itertools import pairwise
from pathlib import Path

import pytest

from factsheet import limits
from factsheet.findings import NOWHERE, Finding, SpecError
from factsheet.source import Scalar, parse, read


def refused(content: bytes | str, name: str = "spec.yaml") -> tuple[Finding, ...]:
    with pytest.raises(SpecError) as caught:
        parse(content, name)
    return caught.value.findings


def unreadable(path: Path) -> Finding:
    with pytest.raises(SpecError) as caught:
        read(path)
    (finding,) = caught.value.findings
    assert finding.where.file == str(path)
    assert finding.where.line == 0
    return finding


def place(finding: Finding) -> tuple[int, int]:
    return finding.where.line, finding.where.column


# Data


def test_values_by_their_path() -> None:
    source = parse("a:\n  b: [c, {d: e}]\n", "a.yaml")
    assert source.at(("a", "b", 1, "d")) == "e"
    assert source.at(("a", "b", 1)) == {"d": "e"}
    assert source.at(("a", "q")) == source.data["a"]


def test_mappings_lists_and_texts() -> None:
    assert parse("a: b\nc: [d, {e: f}]\ng:\n  - h\n", "s").data == {"a": "b", "c": ["d", {"e": "f"}], "g": ["h"]}


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "true", "null", "~", "1.10", "0x1F", "1e3", "2012-08", "1_000", "="]
)
def test_every_scalar_stays_text(text: str) -> None:
    value = parse(f"a: {text}\n", "s").data["a"]
    assert value == text
    assert isinstance(value, Scalar)


def test_what_is_left_empty_is_none_and_what_is_quoted_is_a_text() -> None:
    assert parse("a:\nb: ''\nc: \"\"\nd: [e, ]\nf: [ '' ]\n", "s").data == {
        "a": None,
        "b": "",
        "c": "",
        "d": ["e"],
        "f": [""],
    }


def test_keys_are_texts() -> None:
    assert parse("1: a\nno: b\n2012-08: c\n", "s").data == {"1": "a", "no": "b", "2012-08": "c"}


def test_keys_know_their_place() -> None:
    (key,) = parse("a:\n  Women: 54\n", "spec.yaml").data["a"]
    assert (key, key.where.line, key.where.column) == ("Women", 2, 3)


def test_texts_of_several_lines() -> None:
    data = parse("a: |\n  b\n\n  c\nd: >\n  e\n  f\ng: h\n  i\n", "s").data
    assert data == {"a": "b\n\nc\n", "d": "e f\n", "g": "h i"}


def test_an_empty_file_has_no_data_and_a_place() -> None:
    for content in (b"", b"\n", b"# only a comment\n", "\ufeff".encode()):
        source = parse(content, "s")
        assert source.data is None
        assert source.findings == ()
        assert (source.where(()).file, source.where(()).line) == ("s", 1)


def test_an_alias_is_what_it_refers_to() -> None:
    assert parse("a: &x b\nc: *x\nd: &y [1]\ne: *y\n", "s").data == {"a": "b", "c": "b", "d": ["1"], "e": ["1"]}


def test_a_text_that_is_used_twice_knows_both_places() -> None:
    data = parse("a: &x b\nc: *x\n", "s").data
    assert (data["a"].where.line, data["a"].where.column) == (1, 4)
    assert (data["c"].where.line, data["c"].where.column) == (2, 4)


def test_a_scalar_made_by_hand_stands_nowhere() -> None:
    assert Scalar("a").where == NOWHERE
    assert Scalar("a") == "a"


# Places


def test_each_value_and_each_key_has_a_place() -> None:
    source = parse("a: b\nc:\n  - d\n  - {e: f}\n", "s")
    found = {path: (where.line, where.column) for path, where in source.places.items()}
    assert found == {
        (): (1, 1),
        ("a",): (1, 4),
        ("c",): (3, 3),
        ("c", 0): (3, 5),
        ("c", 1): (4, 5),
        ("c", 1, "e"): (4, 9),
    }
    keys = {path: (where.line, where.column) for path, where in source.keys.items()}
    assert keys == {("a",): (1, 1), ("c",): (2, 1), ("c", 1, "e"): (4, 6)}


def test_columns_count_characters_whatever_they_are() -> None:
    data = parse("Тавтай: {Ө: ү, 漢: 字, 🎉: 🎈}\n", "s").data["Тавтай"]
    assert [value.where.column for value in data.values()] == [13, 19, 25]


def test_the_place_of_a_path_that_is_not_there_is_that_of_what_is_around_it() -> None:
    source = parse("a:\n  b: c\n", "s")
    assert (source.where(("a", "x", 3)).line, source.where(("a", "x", 3)).column) == (2, 3)
    assert source.key_where(("a", 0)) == source.key_where(("a",))
    assert (source.key_where(("a", "b")).line, source.key_where(("a", "b")).column) == (2, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"])
def test_every_kind_of_line_end_counts_as_one(end: str) -> None:
    source = parse(f"a: b{end}# c{end}d: e{end}", "s")
    assert (source.data["d"].where.line, source.data["d"].where.column) == (3, 4)
    assert source.data["d"].where.excerpt == "d: e"


def test_a_byte_order_mark_moves_nothing() -> None:
    source = parse(b"\xef\xbb\xbfa: b\n", "s")
    assert source.data == {"a": "b"}
    assert (source.data["a"].where.line, source.data["a"].where.column) == (1, 4)
    assert source.lines[0] == "a: b"


# What is wrong with the YAML


def test_a_duplicate_key_keeps_the_first_value() -> None:
    source = parse("a: b\na: [c, {d: e}]\nf: g\n", "s")
    assert source.data == {"a": "b", "f": "g"}
    assert [(f.rule, place(f)) for f in source.findings] == [("duplicate-key", (2, 1))]
    assert (source.where(("a",)).line, source.where(("a",)).column) == (1, 4)


def test_the_keys_of_different_mappings_are_no_duplicates() -> None:
    assert parse("a: {b: c}\nd: {b: c}\ne: [{b: c}, {b: c}]\n", "s").findings == ()


def test_a_merge_key_merges_nothing() -> None:
    source = parse("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", "s")
    assert source.data["d"] == {"e": "f"}
    assert [(f.rule, place(f)) for f in source.findings] == [("merge-key", (3, 3))]


@pytest.mark.parametrize("tag", ["!x", "!!str", "!!python/name:os.system", "!!binary", "!<tag:example.org,2000:x>"])
def test_a_tag_is_named_and_does_nothing(tag: str) -> None:
    source = parse(f"a: {tag} b\n", "s")
    assert source.data == {"a": "b"}
    assert [(f.rule, place(f)) for f in source.findings] == [("tag", (1, 4))]


def test_a_tag_before_a_list_a_mapping_or_a_key_is_named_too() -> None:
    source = parse("a: !x [b]\nc: !y {d: e}\n!z f: g\n", "s")
    assert source.data == {"a": ["b"], "c": {"d": "e"}, "f": "g"}
    assert [(f.rule, place(f)) for f in source.findings] == [("tag", (1, 4)), ("tag", (2, 4)), ("tag", (3, 1))]


def test_an_exclamation_mark_alone_is_not_swallowed() -> None:
    source = parse("a: ! b\n", "s")
    assert [(f.rule, place(f)) for f in source.findings] == [("tag", (1, 4))]


def test_quoted_texts_have_no_tag() -> None:
    assert parse("a: 'b'\nc: \"!d\"\n", "s").findings == ()


def test_python_objects_are_never_made(tmp_path: Path) -> None:
    mark = tmp_path / "made"
    parse(f"a: !!python/object/apply:pathlib.Path.touch ['{mark}']\n", "s")
    parse(f"a: !!python/object/apply:os.mkdir ['{mark}']\n", "s")
    assert not mark.exists()


def test_what_was_found_before_a_syntax_error_is_told_as_well() -> None:
    assert [f.rule for f in refused("a: b\na: c\nd: [\n")] == ["duplicate-key", "syntax"]


def test_control_characters_are_named_by_their_code_all_at_once() -> None:
    found = refused("a: b\x00c\x1b\nd: \x7f\u0080\n")
    assert [(place(f), f.message.partition("U+")[2][:4]) for f in found] == [
        ((1, 5), "0000"),
        ((1, 7), "001B"),
        ((2, 4), "007F"),
        ((2, 5), "0080"),
    ]


def test_a_file_full_of_control_characters_gets_a_short_answer() -> None:
    assert len(refused("\x01" * 5000)) == 20


def test_the_excerpt_of_a_report_is_the_line_as_typed() -> None:
    (finding,) = refused("a: b\n  c: d: e  \n")
    assert finding.where.excerpt == "  c: d: e  "


@pytest.mark.parametrize("text", ["a: [", "a: {", "a: 'b", "- [", "a:\n  - b\n  c", "a\nb\nc: d", "a: |\n    b\n  c\n"])
def test_a_mistake_at_the_end_of_the_file_is_shown_with_a_line(text: str) -> None:
    (finding,) = refused(text)
    assert finding.where.excerpt.strip()


# Encodings


def test_another_encoding_is_named_at_its_first_byte() -> None:
    (finding,) = refused("title: Café\n".encode("latin-1"))
    assert (finding.rule, place(finding)) == ("encoding", (1, 11))
    assert "UTF-8" in finding.message
    assert "UTF-8" in finding.hint
    assert finding.where.excerpt == "title: Caf\ufffd"


def test_the_place_of_a_wrong_byte_counts_characters_and_lines() -> None:
    (finding,) = refused("# Өвөл\r\nnёё: ".encode() + b"\xff\n")
    assert place(finding) == (2, 6)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1251", "cp1252"])
def test_no_encoding_gets_through_as_something_else(encoding: str) -> None:
    (finding, *_) = refused("title: Гарчиг – “é”\n".encode(encoding, "ignore"))
    assert finding.rule in ("encoding", "control-character")


def test_a_picture_is_no_spec() -> None:
    assert refused(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")[0].rule == "encoding"


# Limits


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: b\n#" + b"x" * (limits.SPEC_BYTES - 6))
    assert read(path).data == {"a": "b"}
    path.write_bytes(b"a: b\n#" + b"x" * (limits.SPEC_BYTES - 5))
    finding = unreadable(path)
    assert (finding.rule, finding.message) == ("limit", "the file is larger than 1000 kB")


def test_bytes_that_come_from_elsewhere_have_the_same_limit() -> None:
    assert refused(b"#" * (limits.SPEC_BYTES + 1))[0].rule == "limit"


def test_nesting_may_be_as_deep_as_the_limit_and_no_deeper() -> None:
    assert parse("[" * limits.NESTING + "]" * limits.NESTING, "s").findings == ()
    (finding,) = refused("[" * (limits.NESTING + 1) + "]" * (limits.NESTING + 1))
    assert (finding.rule, place(finding)) == ("limit", (1, limits.NESTING + 1))
    assert str(limits.NESTING) in finding.message


@pytest.mark.parametrize("text", ["[" * 400_000, "- " * 400_000, "{a: " * 200_000, "? " * 400_000])
def test_no_nesting_is_too_deep_for_the_reader_itself(text: str) -> None:
    assert refused(text)[-1].rule in ("limit", "key")


def test_there_may_be_as_many_values_as_the_limit_and_no_more() -> None:
    assert len(parse("[" + "a," * (limits.ITEMS - 1) + "]", "s").data) == limits.ITEMS - 1
    (finding,) = refused("[" + "a," * limits.ITEMS + "]")
    assert finding.rule == "limit"
    assert str(limits.ITEMS) in finding.message


def test_there_may_be_as_many_aliases_as_the_limit_and_no_more() -> None:
    text = "a: &x b\nc: [" + "*x, " * limits.ALIASES + "]\n"
    assert len(parse(text, "s").data["c"]) == limits.ALIASES
    (finding,) = refused(text.replace("]", "*x]"))
    assert finding.rule == "limit"
    assert str(limits.ALIASES) in finding.message


def test_aliases_count_with_all_that_they_stand_for() -> None:
    letters = "abcdefghij"
    bomb = f"a: &a [{'x, ' * 9}]\n" + "".join(f"{b}: &{b} [{f'*{a}, ' * 9}]\n" for a, b in pairwise(letters))
    (finding,) = refused(bomb)
    assert finding.rule == "limit"
    assert "values" in finding.message


@pytest.mark.parametrize("text", ["&a [*a]", "a: &a {b: *a}", "&a [[[*a]]]", "&a {*a : b}"])
def test_nothing_stands_inside_itself(text: str) -> None:
    assert [f.rule for f in refused(text)] == ["alias"]


# Files


def test_a_file_is_read_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "ä b.yaml"
    path.write_bytes("title: Ө\n".encode())
    source = read(path)
    assert source.name == str(path)
    assert source.data == {"title": "Ө"}
    assert source.data["title"].where.file == str(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    finding = unreadable(tmp_path / "nowhere.yaml")
    assert (finding.rule, finding.message) == ("file", f"there is no file {tmp_path / 'nowhere.yaml'}")
    assert "did you mean" not in finding.hint


def test_a_misspelt_file_name_is_corrected(tmp_path: Path) -> None:
    (tmp_path / "mongolia.yaml").touch()
    (tmp_path / "mongolai.txt").touch()
    assert "did you mean mongolia.yaml?" in unreadable(tmp_path / "mongolai.yaml").hint


def test_files_of_the_folder_specs_are_offered_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("specs").mkdir()
    for name in ("mongolia.yaml", "mongolia.fr.yaml", "mongolias.yaml", "peru.yaml"):
        Path("specs", name).touch()
    near = [str(Path("specs", name)) for name in ("mongolia.yaml", "mongolias.yaml")]
    assert unreadable(Path("mongolia.yaml")).hint.endswith(f"did you mean {near[0]}?")
    assert unreadable(Path("mongolia")).hint.endswith(f"did you mean {near[0]}?")
    assert unreadable(Path("mongol.yaml")).hint.endswith(f"did you mean {near[0]} or {near[1]}?")
    assert "did you mean" not in unreadable(Path("q.yaml")).hint


def test_a_file_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    finding = unreadable(tmp_path / "none" / "a.yaml")
    assert (finding.rule, finding.message) == ("file", f"there is no file {tmp_path / 'none' / 'a.yaml'}")


def test_a_file_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    assert "cannot be read" in unreadable(tmp_path / "a.yaml" / "b.yaml").message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert unreadable(tmp_path / "a.yaml").message == f"{tmp_path / 'a.yaml'} is a folder, not a file"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.touch()

    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert unreadable(path).message == f"{path} cannot be read: Permission denied"


def test_a_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert "cannot be read" in unreadable(tmp_path / "a.yaml").message


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "cannot be read" in unreadable(tmp_path / f"{'a' * 300}.yaml").message
