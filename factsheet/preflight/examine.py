"""All that can be said of a finished file: what its bytes say, and what Ghostscript's separations show."""

from collections.abc import Sequence
from dataclasses import replace

from factsheet.preflight.hits import Report, Standard, ordered
from factsheet.preflight.house import Limits
from factsheet.preflight.ink import measure
from factsheet.preflight.judge import judge_file
from factsheet.preflight.separations import SeparationError, Separations, separated
from factsheet.preflight.spec_rules import Told


def examine(
    data: bytes,
    name: str,
    standards: Sequence[Standard] | None = None,
    limits: Limits | None = None,
    told: Told | None = None,
) -> tuple[Report, Separations | None]:
    """The report on the file ``data``, called ``name``, and its plates where they could be made and matter.

    See ``judge_file`` for ``standards``, ``limits`` and ``told``.
    """
    limits = limits or Limits()
    report = judge_file(data, name, standards, limits=limits, told=told)
    if not report.inventory.pages or not report.for_press:
        return report, None
    try:
        separations = separated(data)
    except SeparationError as problem:
        return replace(report, unmeasured=(*report.unmeasured, str(problem))), None
    gwg = "gwg" in report.standards
    ink, hits = measure(separations, report.inventory.pages, limits.ink_limit, gwg=gwg)
    return (
        replace(
            report,
            hits=ordered([*report.hits, *(hits if gwg else ())]),
            inventory=replace(report.inventory, ink=ink),
            unmeasured=(*report.unmeasured, *separations.notes),
            checked=(*report.checked, *(("H-09", "R0026") if gwg else ())),
        ),
        separations,
    )
