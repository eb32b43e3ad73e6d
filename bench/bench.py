"""Benchmarks: CPU time of a whole cold process, and of a warm batch of different documents in one process.

Run ``make bench``. Figures are CPU milliseconds, the median of several runs; machines differ, so compare runs of one
machine only. ``--peers`` also measures Typst on the same text, where its Python package is installed.
"""

import argparse
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "specs" / "mongolia-labour-migration.yaml"
_WORD = re.compile(r"[a-z]{4,}")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=7, help="cold processes to start")
    options.add_argument("--documents", type=int, default=100, help="documents in the warm batch")
    options.add_argument("--peers", action="store_true", help="measure Typst, too")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cold(Path(folder), chosen.runs)
        warm(Path(folder), chosen.documents)
        judging(chosen.runs)
        if chosen.peers:
            typst(Path(folder), chosen.documents)


def cold(folder: Path, runs: int) -> None:
    """A whole process: start, import, read, lay out, paint both editions, write."""
    for name, command in {
        "cold process, print and screen": ["build", str(SAMPLE), "--lang", "en", "--no-judge", "--out", str(folder)],
        "the same, print judged and reported on": ["build", str(SAMPLE), "--lang", "en", "--out", str(folder)],
        "cold process, screen": ["build", str(SAMPLE), "--lang", "en", "--edition", "screen", "--out", str(folder)],
        "cold process, --version": ["--version"],
    }.items():
        figures = [_cpu([sys.executable, "-m", "factsheet", *command]) for _ in range(runs)]
        _show(name, figures)


def warm(folder: Path, count: int) -> None:
    """Different documents one after the other, caches filled by the first ten."""
    from factsheet.build import build

    specs = variations(folder, count + 10)
    figures: list[float] = []
    for n, spec in enumerate(specs):
        start = time.process_time()
        outcome = build(spec, ("print", "screen"), folder / "out", languages=("en",))
        figures.append((time.process_time() - start) * 1000)
        if outcome.failed:
            raise SystemExit(f"{spec}: {outcome.findings}")
        if n < 10:
            figures.clear()
    _show("warm, print and screen, per document", figures)
    _show("warm, per document and edition", [figure / 2 for figure in figures])


def judging(runs: int) -> None:
    """The judge alone, on the print edition of the sample; and with Ghostscript's plates and the three reports."""
    from factsheet.build import press, reports
    from factsheet.preflight.examine import examine
    from factsheet.preflight.judge import judge_file

    data = press(SAMPLE).data
    for name, work in (
        ("warm, judging the print file", lambda: judge_file(data, "sample.pdf")),
        ("warm, judging it with its plates, reports written", lambda: reports(*_examined(examine, data))),
    ):
        figures = []
        for _ in range(runs):
            before = _children()
            start = time.process_time()
            work()
            figures.append((time.process_time() - start + _children() - before) * 1000)
        _show(name, figures)


def _children() -> float:
    """The seconds of CPU time of other programs so far: of those that ended, and of PDFium, which is kept (Linux)."""
    from factsheet.raster import start

    start()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = ended.ru_utime + ended.ru_stime
    for path in Path("/proc/self/task").glob("*/children"):
        for child in path.read_text().split():
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            seconds += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def _examined(examine: Callable[..., Any], data: bytes) -> tuple[Any, bytes, Any]:
    report, separations = examine(data, "sample.pdf")
    return report, data, separations


def variations(folder: Path, count: int) -> list[Path]:
    """The sample with a tenth of its words exchanged among each other, another tenth in each document."""
    text = SAMPLE.read_text(encoding="utf-8")
    head, body = text.split("main:", 1)
    vocabulary = sorted(set(_WORD.findall(body)) - {"text", "heading", "bullets", "numbered", "sidebar", "footer"})
    keys = {f"{word}:" for word in re.findall(r"([a-z_]+):", body)}
    paths = []
    for n in range(count):
        chance = random.Random(n)

        def exchanged(match: re.Match[str], chance: random.Random = chance) -> str:
            follows = body[match.end() : match.end() + 1]
            if f"{match[0]}{follows}" in keys or chance.random() > 0.1:
                return match[0]
            return chance.choice(vocabulary)

        path = folder / f"variation-{n}.yaml"
        path.write_text(head.replace("pages: 2", "") + "main:" + _WORD.sub(exchanged, body), encoding="utf-8")
        paths.append(path)
    return paths


def typst(folder: Path, count: int) -> None:
    """The same text by Typst, kerned and broken by total fit, in two columns."""
    import typst as compiler

    words = re.sub(r"[#*_@$<>`\\\[\]]", " ", SAMPLE.read_text(encoding="utf-8")).split()
    paths = []
    for n in range(count + 3):
        chance = random.Random(n)
        said = " ".join(chance.choice(words) if chance.random() < 0.1 else word for word in words)
        paths.append(folder / f"peer-{n}.typ")
        settings = '#set page(columns: 2)\n#set text(size: 9.6pt)\n#set par(linebreaks: "optimized")'
        paths[-1].write_text(f"{settings}\n{said}", encoding="utf-8")
    peer = compiler.Compiler(root=str(folder))
    figures = []
    for path in paths:
        start = time.process_time()
        peer.compile(str(path))
        figures.append((time.process_time() - start) * 1000)
    _show("Typst, warm, per document", figures[3:])


def _cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def _show(name: str, figures: list[float]) -> None:
    low, high = min(figures), max(figures)
    middle = statistics.median(figures)
    print(f"{name:40} median {middle:7.1f} ms CPU   (least {low:.1f}, most {high:.1f}, {len(figures)} runs)")


if __name__ == "__main__":
    main()
