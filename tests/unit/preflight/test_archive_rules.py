"""Bytes, colours and actions of a file that is to last."""

import pytest

from factsheet.preflight.archive_rules import (
    actions,
    annotations,
    attached,
    device,
    groups,
    intents,
    objects,
    oddities,
    pictures,
    plates,
    profiles,
    sizes,
    streams,
)
from tests.conformance.broken.tagged_sheet import screen
from tests.conformance.pdf_files import Name
from tests.unit.preflight.tagged import said


def test_the_correct_file_is_correct() -> None:
    judges = (actions, annotations, attached, device, groups, intents, objects, oddities, pictures, plates)
    for judge in (*judges, profiles, sizes, streams):
        assert said(judge) == []


def test_colours_of_another_device_are_counted_with_the_intent_that_is_there() -> None:
    sheet = screen()
    sheet.content["ground"] = b"/Artifact BMC 0 0 0 1 k 0 0 9 9 re f 0 0 0 1 k 20 0 9 9 re f EMC"
    assert said(device, sheet) == [
        ("6.2.4.3-3", "output intent: RGB", "2 things are painted in DeviceCMYK, which is of no known device")
    ]


@pytest.mark.parametrize(("action", "wrong"), [("Launch", True), ("GoToR", False), ("Hide", True), ("Thread", False)])
def test_actions_that_are_known(action: str, wrong: bool) -> None:
    sheet = screen()
    sheet["annotation"]["A"] = {"S": Name(action)}
    assert bool(said(actions, sheet)) is wrong


@pytest.mark.parametrize(("step", "wrong"), [("NextPage", False), ("Print", True)])
def test_named_actions_that_are_known(step: str, wrong: bool) -> None:
    sheet = screen()
    sheet["annotation"]["A"] = {"S": Name("Named"), "N": Name(step)}
    assert bool(said(actions, sheet)) is wrong
