"""The files that the benchmark runs on, made when they are not there yet."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path("build/bench")
CORPUS = Path("corpus/calls")
SMALL = Path("corpus/examples/quarrel.txt")
BUILTIN = Path("rules")


@dataclass(frozen=True)
class Load:
    """A folder that ``python -m tools.bench generate`` wrote."""

    folder: Path

    @property
    def calls(self) -> Path:
        """The calls, JSON Lines."""
        return self.folder / "calls.jsonl"

    @property
    def pack(self) -> Path:
        """The rules."""
        return self.folder / "pack.yml"

    @property
    def phrases(self) -> Path:
        """The phrases' literals, one a line."""
        return self.folder / "phrases.txt"

    @property
    def bare(self) -> Path:
        """The text of all turns, one a line."""
        return self.folder / "bare.txt"


def load(calls: int, *, turns: int = 60) -> Load:
    """Calls and the pack of every kind of rule."""
    return _made(f"calls-{calls}-{turns}", "generate", f"--calls={calls}", f"--turns={turns}")


def idle_pack(rules: int, phrases: int) -> Path:
    """A pack that the calls do not hit."""
    made = _made(f"idle-{rules}-{phrases}", "idle", f"--rules={rules}", f"--phrases={phrases}")
    return made.pack


def corpus() -> Path:
    """The calls of the corpus as one file."""
    path = FOLDER / "corpus.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(file.read_text("utf-8") for file in sorted(CORPUS.glob("*.jsonl"))))
    return path


def builtin_packs() -> list[str]:
    """The built-in packs' files."""
    return [str(path) for path in sorted(BUILTIN.glob("*.yml"))]


def first(source: Path, count: int) -> Path:
    """The first calls of a file as a file of their own."""
    path = source.with_name(f"first-{count}.jsonl")
    with source.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        out.writelines(line for _, line in zip(range(count), lines, strict=False))
    return path


def characters(path: Path) -> int:
    """How many characters the turns of a file of calls have."""
    with path.open(encoding="utf-8") as lines:
        return sum(len(turn["text"]) for line in lines for turn in json.loads(line)["turns"])


@cache
def _stamp() -> str:
    """What the load depends on besides its sizes: how it is made."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _made(name: str, *arguments: str) -> Load:
    # In a process of its own: what measures memory has to stay small.
    folder = FOLDER / f"{name}-{_stamp()}"
    if not (folder / "pack.yml").is_file():
        draft = folder.with_name(f"{folder.name}.draft")
        subprocess.run(
            [sys.executable, "-m", "tools.bench", *arguments, f"--out={draft}"], check=True
        )
        draft.rename(folder)
    return Load(folder)
