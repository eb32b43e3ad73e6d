"""The job ticket: what the printing office must know of a job, as data, as text and as JSON."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from factsheet.design.press import USUAL_BLEED_MM
from factsheet.findings import counted


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file of the package: its name, size in bytes, and SHA-256."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """A job.

    Attributes:
        job: What the job is called, as its files are.
        title: The title of the factsheet.
        language: Its language.
        date: Its date, as ``2026-01-31``.
        version: Its version, if it has one.
        standard: The standard that the print file follows.
        width_mm: The width of the finished page.
        height_mm: The height of the finished page.
        pages: The number of pages.
        copies: How many are printed.
        paper: On which paper, as it was ordered; "" where nothing was said.
        plates: The inks.
        bleed_mm: The bleed.
        ink_limit: The most ink over any square millimetre, in per cent.
        ink_most: The most ink that was found, in per cent.
        condition: The printing condition, as ``FOGRA39``.
        profile: The name of its ICC profile.
        marks: What stands outside the bleed.
        imposed: How the pages are imposed in a second file; "" where they are not.
        leaves: The sheets of a booklet, each folded once; 0 where there is none.
        contact: Whom to ask, line by line.
        preflight: The outcome of preflight, in words.
        files: What is in the package.
    """

    job: str
    title: str
    language: str
    date: str
    version: str
    standard: str
    width_mm: float
    height_mm: float
    pages: int
    copies: int
    paper: str
    plates: tuple[str, ...]
    bleed_mm: float
    ink_limit: float
    ink_most: float
    condition: str
    profile: str
    marks: tuple[str, ...]
    imposed: str
    contact: tuple[str, ...]
    preflight: str
    files: tuple[Delivered, ...] = field(default=())
    leaves: int = 0

    @property
    def blank(self) -> int:
        """The empty pages that fill the last sheet of a booklet."""
        return 4 * self.leaves - self.pages if self.leaves else 0

    @property
    def sides(self) -> str:
        """How leaves are printed."""
        if self.leaves:
            sheets = f"{self.leaves} sheets, each" if self.leaves > 1 else "one sheet,"
            return f"{sheets} printed on both sides and folded once"
        leaves = -(-self.pages // 2)
        if self.pages == 1:
            return "one side of one leaf"
        sheets = f"{leaves} leaves" if leaves > 1 else "one leaf"
        last = ", the last on one side" if self.pages % 2 else ""
        return f"both sides of {sheets}{last}"


def as_text(ticket: Ticket) -> str:
    """The ticket for people."""
    lines = [f"JOB TICKET  {ticket.job}", ticket.title, ""]
    rows = dict(_rows(ticket))
    wide = max(map(len, rows))
    for name, value in rows.items():
        first, *more = value.splitlines() or [""]
        lines += [f"{name:<{wide}}  {first}", *(f"{'':<{wide}}  {line}" for line in more)]
    lines += ["", "Files"]
    wide = max((len(one.name) for one in ticket.files), default=0)
    lines += [f"  {one.name:<{wide}}  {one.size:>11,} bytes" for one in ticket.files]
    return "\n".join(lines) + "\n"


def _rows(ticket: Ticket) -> Iterator[tuple[str, str]]:
    yield "Finished size", f"{ticket.width_mm:.1f} × {ticket.height_mm:.1f} mm"
    blank = f" and {counted(ticket.blank, 'empty page')} at the end" if ticket.blank else ""
    yield "Pages", f"{ticket.pages}{blank}, on {ticket.sides}"
    yield "Copies", f"{ticket.copies:,}"
    yield "Paper", ticket.paper or "not said: please ask"
    yield "Plates", f"{len(ticket.plates)}: {', '.join(ticket.plates)}"
    usual = f" (less than the usual {USUAL_BLEED_MM:g} mm: this is meant)" if ticket.bleed_mm < USUAL_BLEED_MM else ""
    yield "Bleed", f"{ticket.bleed_mm:g} mm on all sides{usual}"
    yield "Marks", ", ".join(ticket.marks) or "none"
    yield "Ink limit", f"{ticket.ink_limit:.0f} % (most found: {ticket.ink_most:.0f} %)"
    yield "Printing condition", f"{ticket.condition} (profile: {ticket.profile})"
    yield "Standard", ticket.standard
    yield "Preflight", ticket.preflight
    if ticket.imposed:
        yield "Imposed", ticket.imposed
    yield "Language", ticket.language
    yield "Date", ticket.date
    if ticket.version:
        yield "Version", ticket.version
    yield "Contact", "\n".join(ticket.contact) or "not said in the factsheet"


def as_data(ticket: Ticket) -> dict[str, Any]:
    """The ticket for programs."""
    return {**asdict(ticket), "sides": ticket.sides, "blank": ticket.blank}
