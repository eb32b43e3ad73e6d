"""veraPDF, the validator that is authoritative for PDF/A and PDF/UA: fetched once from Maven Central, checked, run."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.conformance.programs import ROOT, TIMEOUT, lacking

VERSION = "1.28.2"
DIGEST = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
"""The SHA-256 of that version."""

FOLDER = ROOT / ".tools" / "verapdf"
_JAR = f"greenfield-apps-{VERSION}.jar"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
_CURE = "on Debian and Ubuntu: apt install default-jre-headless maven"
_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
_FILE = re.compile(r"(?:PASS|FAIL|ERROR) (.+) \S+")


def program() -> Path:
    """The program, fetched where it is not there yet; without Java or Maven the test is skipped, or fails."""
    jar = FOLDER / _JAR
    if shutil.which("java") is None:
        lacking("Java, which veraPDF needs,", _CURE)
    if not jar.is_file():
        if shutil.which("mvn") is None:
            lacking("Maven, which fetches veraPDF,", _CURE)
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER) as beside:
            artifact = f"org.verapdf.apps:greenfield-apps:{VERSION}"
            command = ["mvn", "-q", "-B", _PLUGIN, f"-Dartifact={artifact}", f"-DoutputDirectory={beside}"]
            run = subprocess.run([*command, "-Dtransitive=false"], capture_output=True, timeout=TIMEOUT, check=False)
            assert run.returncode == 0, (run.stdout + run.stderr).decode("utf-8", "replace")
            (Path(beside) / _JAR).replace(jar)
    found = hashlib.sha256(jar.read_bytes()).hexdigest()
    assert found == DIGEST, f"{jar} is not veraPDF {VERSION}: its SHA-256 is {found}"
    return jar


def broken_rules(profile: str, files: Iterable[Path]) -> Mapping[Path, list[str]]:
    """For each of ``files`` the rules of ``profile`` (``ua1``, ``2a``) that it breaks, as clause and test number."""
    paths = list(files)
    assert paths, "there is no file to judge"
    command = ["java", "-cp", os.fspath(program()), _MAIN, "--flavour", profile, "--format", "text", "--verbose"]
    run = subprocess.run([*command, *map(str, paths)], capture_output=True, timeout=TIMEOUT, check=False)
    found: dict[Path, list[str]] = {}
    rules: list[str] = []
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        head = _FILE.fullmatch(line)
        if head is not None:
            rules = found[Path(head[1])] = [] if line.startswith("PASS") else ["it could not be judged"]
        elif line.startswith("  FAIL"):
            rules[:] = [rule for rule in rules if rule[0].isdigit()] + [line.split()[1]]
    missing = [str(path) for path in paths if path not in found]
    assert not missing, f"veraPDF said nothing of {missing}: {run.stderr.decode('utf-8', 'replace')[-2000:]}"
    return found
