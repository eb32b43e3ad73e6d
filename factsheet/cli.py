"""The command line: words in; files, findings and an exit code out.

Exit codes: 0 done, 1 findings of severity error, 2 wrong command line, 70 a bug.
"""

import argparse
import gc
import io
import os
import re
import shlex
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from factsheet import __version__

if TYPE_CHECKING:
    from factsheet.build import Made, Outcome
    from factsheet.translate import Merged

DONE, FINDINGS, WRONG, BUG = 0, 1, 2, 70
SPECS = Path("specs")
LOG = "factsheet-bug.log"
USUAL = ("print", "screen")
EDITIONS = (*USUAL, "office", "proof", "web", "text")
STANDARDS = ("x4", "x1a")
PROFILES = (*STANDARDS, "gwg", "ua1", "a2a")


def run(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` say; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # what the terminal has no sign for is shown as ?
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as problem:
        if getattr(options, "debug", False):
            raise
        return _bug(problem, Path(getattr(options, "out", None) or "."))
    return code


class _Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2."""
        self.exit(WRONG, f"factsheet: {message}\nFor help: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help="show the traceback of a bug")
    parser = _Parser(prog="factsheet", description="Turn short YAML specs into factsheets.", parents=[common])
    parser.add_argument("--version", action="version", version=f"factsheet {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=_Parser)

    build = commands.add_parser("build", parents=[common], help="write the files of one or more specs")
    build.add_argument(
        "specs", nargs="*", type=Path, metavar="SPEC", help="spec files; all of specs/ when none is named"
    )
    build.add_argument(
        "--edition",
        type=_editions,
        default=USUAL,
        metavar="NAMES",
        help="print,screen (when not given), office (for a desktop printer), proof (for those who check), web (a page "
        "of HTML and its card), text (Markdown)",
    )
    build.add_argument(
        "--standard",
        type=_standards,
        default=(),
        metavar="NAME",
        help="what print files follow: x4 (PDF/X-4) or x1a (PDF/X-1a:2003); the theme says it when not given",
    )
    build.add_argument(
        "--lang", type=_languages, default=(), metavar="LANGS", help="mn,fr …; all that there are when not given"
    )
    build.add_argument("--final", action="store_true", help="refuse drafts: what is not wholly translated and read")
    build.add_argument("--no-judge", action="store_true", help="write files without judging them")
    build.add_argument(
        "--out", type=Path, default=Path("output"), metavar="FOLDER", help="where to write; output when not given"
    )
    build.set_defaults(command=_build)

    check = commands.add_parser("check", parents=[common], help="everything but writing")
    check.add_argument(
        "specs", nargs="*", type=Path, metavar="SPEC", help="spec files; all of specs/ when none is named"
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="how findings are printed")
    check.add_argument("--typography", action="store_true", help="print the figures of typography, too")
    check.set_defaults(command=_check)

    preflight = commands.add_parser("preflight", parents=[common], help="judge finished PDFs, of whatever origin")
    preflight.add_argument("files", nargs="+", type=Path, metavar="FILE.pdf", help="the files")
    preflight.add_argument(
        "--profile",
        type=_profiles,
        default=None,
        metavar="NAMES",
        help="x4 (PDF/X-4), x1a (PDF/X-1a:2003), gwg (GWG 2022 and house limits), ua1 (PDF/UA-1), a2a (PDF/A-2a); when "
        "not given, what the file claims to be (x4 if nothing), and gwg for the press",
    )
    preflight.add_argument(
        "--spec", type=Path, metavar="SPEC", help="the spec that the file was made from: faults are told by its lines"
    )
    preflight.add_argument(
        "--format", choices=("text", "json", "html"), default="text", help="how the report is written"
    )
    preflight.add_argument("--out", type=Path, metavar="FILE", help="write the report to FILE instead")
    preflight.set_defaults(command=_preflight)

    _add_translate(commands, common)

    package = commands.add_parser("package", parents=[common], help="make a zip for the printing office")
    package.add_argument("spec", type=Path, metavar="SPEC", help="the spec")
    package.add_argument("--lang", default="", metavar="LANG", help="the language; that of the spec when not given")
    package.add_argument("--copies", type=_number, required=True, metavar="N", help="how many copies are printed")
    package.add_argument("--paper", default="", metavar="TEXT", help="on which paper, as “135 g/m² coated”")
    package.add_argument("--impose", choices=("2up", "booklet"), help="add a file with several pages on a sheet")
    package.add_argument(
        "--standard", choices=STANDARDS, help="what the press PDF follows; the theme says it when not given"
    )
    package.add_argument("--out", type=Path, default=Path("output"), metavar="FOLDER", help="output when not given")
    package.set_defaults(command=_package)

    fit = commands.add_parser("fit", parents=[common], help="print the room that each block takes and has left")
    fit.add_argument("specs", nargs="+", type=Path, metavar="SPEC", help="spec files")
    fit.set_defaults(command=_fit)

    theme = commands.add_parser("theme", parents=[common], help="say what is wrong with a theme")
    verbs = theme.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=_Parser)
    judge = verbs.add_parser("check", parents=[common], help="check theme files")
    judge.add_argument("themes", nargs="+", metavar="FILE", help="NAME.theme.yaml, or the name of a theme that ships")
    judge.set_defaults(command=_check_themes)

    schema = commands.add_parser("schema", parents=[common], help="print the JSON Schema of a spec, for editors")
    schema.add_argument("--out", type=Path, metavar="FILE", help="write it to FILE instead")
    schema.set_defaults(command=_schema)

    new = commands.add_parser("new", parents=[common], help="write a commented spec to start from")
    new.add_argument("name", metavar="NAME", help="the name of the spec: specs/NAME.yaml is written")
    new.set_defaults(command=_new)
    return parser


def _add_translate(commands: "argparse._SubParsersAction[_Parser]", common: _Parser) -> None:
    """The command of translators."""
    translate = commands.add_parser("translate", parents=[common], help="make the PO file of a language, or update it")
    translate.add_argument(
        "specs", nargs="*", type=Path, metavar="SPEC", help="spec files; all of specs/ when none is named"
    )
    translate.add_argument(
        "--lang", type=_languages, default=(), metavar="LANGS", help="mn,fr …; all that there are when not given"
    )
    translate.add_argument("--status", action="store_true", help="say how far each language is; nothing is written")
    translate.add_argument(
        "--format",
        choices=("po", "xliff", "xlsx"),
        help="write NAME.LANG.xlf (for translation programs) or NAME.LANG.xlsx (a spreadsheet), too",
    )
    translate.add_argument(
        "--import",
        type=Path,
        dest="file",
        metavar="FILE",
        help="put the translations of an XLIFF or XLSX file into the PO file; with one SPEC and one language",
    )
    translate.set_defaults(command=_translate)


def _named(text: str, known: Sequence[str], what: str) -> tuple[str, ...]:
    """The names in ``text``, between commas, each of which is ``known``."""
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"there is no {what} “{name}”; there are {', '.join(known)}")
    if not names:
        raise argparse.ArgumentTypeError(f"no {what} is named")
    return names


def _editions(text: str) -> tuple[str, ...]:
    return _named(text, EDITIONS, "edition")


def _languages(text: str) -> tuple[str, ...]:
    """The codes of languages in ``text``, between commas."""
    tags = tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))
    for tag in tags:
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
            raise argparse.ArgumentTypeError(f"“{tag[:30]}” is not a language; write its code, as mn, fr or de-CH")
    if not tags:
        raise argparse.ArgumentTypeError("no language is named")
    return tags


def _standards(text: str) -> tuple[str, ...]:
    return _named(text, STANDARDS, "standard")


def _number(text: str) -> int:
    try:
        return int(text.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", text) else text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text[:30]}” is no whole number") from None


def _build(options: argparse.Namespace) -> int:
    from factsheet.build import build  # noqa: PLC0415 - only what a command needs is imported

    _collect_again()
    specs = _specs(options.specs)
    if not specs:
        return WRONG
    if not _folder(options.out):
        return WRONG
    outcomes = []
    for number, spec in enumerate(specs, 1):
        _progress(number, len(specs), spec)
        outcome = build(
            spec,
            options.edition,
            options.out,
            standards=options.standard,
            judge=not options.no_judge,
            languages=options.lang,
            final=options.final,
        )
        outcomes.append(outcome)
        _show(outcome)
    return _summary(outcomes, "built")


def _folder(path: Path) -> bool:
    """Whether ``path`` can be a folder to write into; where it cannot, that is said."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError) as problem:
        said = getattr(problem, "strerror", None) or problem
        print(f"factsheet: “{str(path)[:60]}” cannot be written to: {said}", file=sys.stderr)
        return False
    if not stat.S_ISDIR(status.st_mode):
        print(f"factsheet: {path} is a file, not a folder", file=sys.stderr)
        return False
    return True


def _check(options: argparse.Namespace) -> int:
    from factsheet.build import check  # noqa: PLC0415

    _collect_again()
    specs = _specs(options.specs)
    if not specs:
        return WRONG
    if options.typography:
        return _typography(specs, machine=options.format == "json")
    if options.format == "json":
        import json  # noqa: PLC0415

        from factsheet.findings import as_data  # noqa: PLC0415

        outcomes = [check(spec) for spec in specs]
        found = [finding for outcome in outcomes for finding in outcome.findings]
        print(json.dumps(as_data(found), ensure_ascii=False, indent=2))
        return FINDINGS if any(outcome.failed for outcome in outcomes) else DONE
    outcomes = []
    for number, spec in enumerate(specs, 1):
        _progress(number, len(specs), spec)
        outcomes.append(check(spec))
        _show(outcomes[-1])
    return _summary(outcomes, "checked")


def _typography(specs: Sequence[Path], *, machine: bool) -> int:
    """The figures of each spec, the worst line of each of its paragraphs, and what is wrong."""
    import json  # noqa: PLC0415

    from factsheet.build import typography  # noqa: PLC0415
    from factsheet.findings import as_data  # noqa: PLC0415
    from factsheet.preflight import typography as figures  # noqa: PLC0415

    found = [typography(spec) for spec in specs]
    if machine:
        data = [
            {
                "spec": str(one.outcome.spec),
                "pages": one.outcome.pages,
                "figures": figures.as_data(one.figures),
                "worst_lines": figures.as_data(one.worst),
                "findings": as_data(one.outcome.findings),
            }
            for one in found
        ]
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return FINDINGS if any(one.outcome.failed for one in found) else DONE
    for one in found:
        _show(one.outcome)
        if one.figures:
            print(figures.table(one.figures))
        if one.worst:
            print(f"The worst line of every paragraph:\n{figures.table(one.worst)}")
    return _summary([one.outcome for one in found], "checked")


def _profiles(text: str) -> tuple[str, ...]:
    return _named(text, PROFILES, "profile")


def _preflight(options: argparse.Namespace) -> int:
    """Judge each file; the exit code tells whether all pass."""
    from factsheet.build import pages_and_press  # noqa: PLC0415
    from factsheet.findings import FactsheetError, report  # noqa: PLC0415

    if options.out is not None and any(_same(options.out, path) for path in (*options.files, options.spec)):
        print(f"factsheet: the report would overwrite {options.out}; choose another name for --out", file=sys.stderr)
        return WRONG
    if options.format == "html" and len(options.files) > 1:
        print("factsheet: an HTML report is about one file: name one PDF, or leave --format html out", file=sys.stderr)
        return WRONG
    said, verdicts, passed = [], [], True
    for path in options.files:
        try:
            data = _pdf(path)
        except OSError as problem:
            print(f"factsheet: {path} cannot be read: {problem.strerror or problem}", file=sys.stderr)
            passed = False
            continue
        made = None
        if options.spec is not None:
            try:
                made = pages_and_press(options.spec, language=_language_of(path, options.spec))
            except FactsheetError as problem:
                print(report(problem.findings), file=sys.stderr)
                return FINDINGS
        one, verdict, good = _judged(path, data, options, made)
        said.append(one)
        verdicts.append(f"{path}  {verdict}")
        passed &= good
    if not said:
        return FINDINGS
    text = ("[\n" + ",\n".join(said) + "]\n") if options.format == "json" and len(said) > 1 else "\n".join(said)
    if options.out is None:
        sys.stdout.write(text)
        return DONE if passed else FINDINGS
    try:
        options.out.write_text(text, encoding="utf-8")
    except OSError as problem:
        print(f"factsheet: {options.out} cannot be written: {problem.strerror or problem}", file=sys.stderr)
        return FINDINGS
    print("\n".join([*verdicts, f"{options.out}  the report"]))
    return DONE if passed else FINDINGS


def _language_of(path: Path, spec: Path) -> str:
    """The language that the name of a file of ``spec`` tells, if there is a translation into it; else ""."""
    from factsheet.i18n import catalogue  # noqa: PLC0415

    parts = path.name.removeprefix(f"{spec.stem}.").split(".")
    return parts[0] if path.name.startswith(f"{spec.stem}.") and parts[0] in catalogue.beside(spec) else ""


def _same(one: Path, other: Path | None) -> bool:
    """Whether two paths lead to one file."""
    try:
        return other is not None and one.exists() and one.samefile(other)
    except OSError:
        return False


def _pdf(path: Path) -> bytes:
    """The bytes of ``path``.

    Raises:
        OSError: it is no file, is too large, or cannot be read.
    """
    from factsheet import limits  # noqa: PLC0415

    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError("it is not a file")
    if status.st_size > limits.PDF_BYTES:
        raise OSError(f"it is larger than {limits.PDF_BYTES // 1_000_000} MB")
    return path.read_bytes()


def _judged(path: Path, data: bytes, options: argparse.Namespace, made: "Made | None") -> tuple[str, str, bool]:
    """The report on one file as it is asked for, the verdict in words, and whether the file passes."""
    import json  # noqa: PLC0415

    from factsheet.build import limits_of  # noqa: PLC0415
    from factsheet.preflight.examine import examine  # noqa: PLC0415
    from factsheet.preflight.html import as_html  # noqa: PLC0415
    from factsheet.preflight.places import located  # noqa: PLC0415
    from factsheet.preflight.report import as_data, as_text  # noqa: PLC0415
    from factsheet.preflight.wording import verdict  # noqa: PLC0415

    limits = None if made is None else limits_of(made.press, made.document)
    told = made.told if made is not None else None
    found, separations = examine(data, path.name, options.profile, limits, told)
    if made is not None:
        found = located(found, made.document)
    if options.format == "json":
        text = json.dumps(as_data(found), ensure_ascii=False, indent=2) + "\n"
    elif options.format == "html":
        text = as_html(found, data, separations)
    else:
        text = as_text(found)
    return text, verdict(found), found.passed


def _translate(options: argparse.Namespace) -> int:
    """Make or update PO files, or say how far they are."""
    from factsheet.findings import FactsheetError, report  # noqa: PLC0415
    from factsheet.i18n import catalogue  # noqa: PLC0415
    from factsheet.translate import statuses, table  # noqa: PLC0415

    if options.status and (options.format or options.file):
        return _wrong("--status writes nothing: leave --format and --import out")
    if options.file and (len(options.specs) != 1 or len(options.lang) != 1 or options.format == "po"):
        return _wrong("--import needs one SPEC, one language (--lang mn), and a file in XLIFF or XLSX")
    specs = _specs(options.specs)
    failed = not specs
    for spec in specs:
        languages = options.lang or tuple(catalogue.beside(spec))
        if not languages:
            print(f"{spec}  not translated yet; “factsheet translate {spec} --lang mn” begins with Mongolian")
            continue
        found = []
        for language in languages:
            try:
                if options.status:
                    found += statuses(spec, (language,))
                    continue
                merged = _translated(spec, language, options)
            except FactsheetError as problem:
                print(report(problem.findings))
                failed = True
                continue
            found.append(merged.status)
        open_ = [finding for status in found for finding in status.findings]
        if open_:
            print(report(open_))
        if found:
            print(f"{spec}\n{table(found)}")
    return FINDINGS if failed else DONE


def _translated(spec: Path, language: str, options: argparse.Namespace) -> "Merged":
    """Make or update one PO file, and the file for translators that is asked for."""
    from factsheet.findings import report  # noqa: PLC0415
    from factsheet.translate import exported, imported, translate  # noqa: PLC0415

    kind = None if options.format == "po" else options.format
    written = None
    if options.file:
        merged = imported(spec, language, options.file, kind)
    elif kind:
        merged, written = exported(spec, language, kind)
    else:
        merged = translate(spec, language)
    print(f"{merged.path}  {'made' if merged.new else 'updated' if merged.changed else 'up to date'}")
    if written:
        print(f"{written}  written")
    if merged.findings:
        print(report(merged.findings))
    return merged


def _wrong(message: str) -> int:
    """Say what is wrong with the command line."""
    print(f"factsheet: {message}\nFor help: factsheet translate --help", file=sys.stderr)
    return WRONG


def _package(options: argparse.Namespace) -> int:
    from factsheet.handover.package import Order, package  # noqa: PLC0415

    specs = _specs([options.spec])
    if not specs or not _folder(options.out):
        return WRONG
    order = Order(options.copies, options.paper, options.impose, options.standard, options.lang)
    outcome = package(specs[0], order, options.out)
    _show(outcome)
    return _summary([outcome], "packed")


def _fit(options: argparse.Namespace) -> int:
    from factsheet.build import fit  # noqa: PLC0415
    from factsheet.findings import counted, report  # noqa: PLC0415

    specs = _specs(options.specs)
    failed = not specs
    for spec in specs:
        fitted = fit(spec)
        if fitted.outcome.findings:
            print(report(fitted.outcome.findings))
        if not fitted.shares:
            failed = True
            continue
        print(f"{spec}  {counted(fitted.outcome.pages, 'page')}, type at {fitted.scale:.0%}")
        print(f"{'line':>6}  {'block':<14}{'page':>4}{'lines':>7}{'characters':>12}   room: lines  characters")
        for share in fitted.shares:
            room = f"{share.lines_left:>14}{share.characters_left:>12}" if share.region in ("main", "sidebar") else ""
            numbers = f"{share.page:>4}{share.lines:>7}{share.characters:>12}"
            print(f"{share.part.line:>6}  {share.part.name:<14}{numbers}{room}".rstrip())
        spare = counted(fitted.spare, "line")
        print(f"The room is shared by all blocks of a column. At the tightest setting the main story has {spare} left.")
    return FINDINGS if failed else DONE


def _check_themes(options: argparse.Namespace) -> int:
    from factsheet.findings import FactsheetError, report  # noqa: PLC0415
    from factsheet.spec import themes  # noqa: PLC0415
    from factsheet.spec.theme_rules import summary  # noqa: PLC0415

    failed = False
    for named in options.themes:
        path = Path(named)
        if not path.suffix:
            path = themes.find(named, Path()) or themes.find(named, SPECS) or path
        try:
            theme, findings = themes.load(path)
        except FactsheetError as problem:
            theme, findings = None, [*problem.findings]
        if findings:
            print(report(findings))
        if theme is None:
            failed = True
            print(f"{path}  cannot be used")
        else:
            print(f"{path}  can be used: {summary(theme)}")
    return FINDINGS if failed else DONE


def _collect_again() -> None:
    """Search for cycles from here on, the imported modules left out: ``main`` put it off for the start."""
    gc.freeze()
    gc.enable()


def _specs(named: Sequence[Path]) -> list[Path]:
    """The specs to work on; where there are none, that is said."""
    if named:
        wrong = [spec for spec in named if "." in spec.stem or not spec.stem]
        for spec in wrong:
            print(f"factsheet: a spec is called NAME.yaml, with no second dot: {spec}", file=sys.stderr)
        outputs: dict[str, Path] = {}
        for spec in named:
            if outputs.setdefault(spec.stem, spec) != spec:
                print(f"factsheet: {outputs[spec.stem]} and {spec} would write the same files", file=sys.stderr)
                wrong.append(spec)
        return [] if wrong else list(dict.fromkeys(named))
    found = sorted(path for path in SPECS.glob("*.yaml") if "." not in path.stem and path.is_file())
    if not found:
        where = f"the folder {SPECS}/ holds no spec" if SPECS.is_dir() else f"there is no folder {SPECS}/ here"
        print(f"factsheet: {where}; “factsheet new NAME” writes one to start from", file=sys.stderr)
    return found


def _progress(number: int, count: int, spec: Path) -> None:
    if count > 1 and sys.stderr.isatty():
        print(f"[{number}/{count}] {spec.stem}", file=sys.stderr)


def _show(outcome: "Outcome") -> None:
    """What became of one spec: its files, then its findings."""
    from factsheet.findings import counted, report  # noqa: PLC0415

    pages = counted(outcome.pages, "page")
    for path in outcome.written:
        told = f"{pages}  " if path.suffix in (".pdf", ".zip") else ""
        print(f"{path}  {told}{max(path.stat().st_size / 1000, 1):.0f} kB")
    for path in outcome.removed:
        print(f"{path}  removed: it was out of date")
    if outcome.pages and not outcome.written:
        print(f"{outcome.spec}  {pages}")
    if outcome.findings:
        print(report(outcome.findings))


def _summary(outcomes: "Sequence[Outcome]", verb: str) -> int:
    from factsheet.findings import counted  # noqa: PLC0415

    failed = sum(outcome.failed for outcome in outcomes)
    seconds = sum(outcome.seconds for outcome in outcomes)
    found = [finding.severity for outcome in outcomes for finding in outcome.findings]
    counts = [counted(found.count(s), s) for s in ("error", "warning", "note") if s in found]
    done = counted(len(outcomes) - failed, "spec")
    refused = f", {failed} refused" if failed else ""
    print(f"{done} {verb}{refused} in {seconds:.2f} s" + (f": {', '.join(counts)}" if counts else ""))
    return FINDINGS if failed else DONE


def _schema(options: argparse.Namespace) -> int:
    import json  # noqa: PLC0415

    from factsheet.spec.schema import schema  # noqa: PLC0415

    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if options.out is None:
        sys.stdout.write(text)
        return DONE
    try:
        options.out.write_text(text, encoding="utf-8")
    except OSError as problem:
        print(f"factsheet: {options.out} cannot be written: {problem.strerror}", file=sys.stderr)
        return FINDINGS
    print(options.out)
    return DONE


def _new(options: argparse.Namespace) -> int:
    from factsheet.spec.starter import starter  # noqa: PLC0415

    name = options.name.removesuffix(".yaml")
    if (
        not name.strip()
        or name.startswith((".", "-"))
        or any(char in './\\:*?"<>|' or not char.isprintable() for char in name)
    ):
        print(
            f"factsheet: “{options.name}” cannot be the name of a spec: no dots, slashes or special characters",
            file=sys.stderr,
        )
        return WRONG
    path = SPECS / f"{name}.yaml"
    if SPECS.exists() and not SPECS.is_dir():
        print(f"factsheet: {SPECS} is a file, not a folder", file=sys.stderr)
        return FINDINGS
    try:
        SPECS.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(starter(name))
    except FileExistsError:
        print(f"factsheet: {path} exists already; choose another name", file=sys.stderr)
        return FINDINGS
    except OSError as problem:
        print(f"factsheet: {path} cannot be written: {problem.strerror}", file=sys.stderr)
        return FINDINGS
    print(f"{path}  written; open it in an editor, then: factsheet build {shlex.quote(str(path))}")
    return DONE


def _bug(problem: Exception, folder: Path) -> int:
    """Say in one sentence that this is our fault; the traceback goes into a log."""
    import traceback  # noqa: PLC0415

    def write(where: Path) -> Path:
        with (where / LOG).open("a", encoding="utf-8") as log:
            traceback.print_exception(problem, file=log)
        return where / LOG

    log: Path | None = None
    for place in (folder, Path()):
        try:
            log = write(place)
            break
        except OSError:
            continue
    tail = f"; please send {log} to its makers" if log else ""
    print(f"factsheet: this is a fault of the program, not of your text{tail}", file=sys.stderr)
    return BUG
