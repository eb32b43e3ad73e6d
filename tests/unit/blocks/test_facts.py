"""Facts: each value under its label, one list, the label and the value of a pair together."""

from tests.making import box, runs, said, whole

TEXT = "- facts:\n    - {label: Region, value: '**East** Asia'}\n    - {label: Code, value: LM.0241}"


def test_values_follow_their_labels() -> None:
    assert said(whole(box(TEXT, "sidebar"))) == ["Facts", "Region", "East", "Asia", "Code", "LM.0241"]


def test_a_pair_is_a_list_item_with_a_label_and_a_body() -> None:
    found = [
        ([tag.role for tag in path if tag.role], words.text.strip())
        for _, _, words, path in runs(whole(box(TEXT, "sidebar")))
    ]
    assert (["L", "LI", "Lbl"], "Region") in found
    assert (["L", "LI", "LBody"], "LM.0241") in found
    items = {path[-2] for _, _, _, path in runs(whole(box(TEXT, "sidebar"))) if len(path) > 2}
    assert len(items) == 2


def test_labels_are_quieter_than_values() -> None:
    sizes = {words.text.strip(): words.size for _, _, words, _ in runs(whole(box(TEXT, "sidebar")))}
    assert sizes["Region"] < sizes["LM.0241"]
