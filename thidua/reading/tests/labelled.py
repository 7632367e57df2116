"""The labelled documents: our own samples (development and held-out) and, where they lie, the seeds."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "samples"
PROJECT = Path(__file__).parents[3]

# Whoever writes the reader looks at the first half only; the second is for measuring.
DEVELOPMENT = "dev-"
HELD_OUT = "held-"


@dataclass(frozen=True)
class Labelled:
    name: str
    text: str
    label: dict[str, Any]


def samples(half: str) -> list[Labelled]:
    """Our own samples of one half, in the order of their numbers."""
    paths = sorted(HERE.glob(f"{half}*.txt"))
    return [Labelled(path.stem, read_text(path), read_label(path.with_suffix(".json"))) for path in paths]


def seeds_folder() -> Path:
    return Path(os.environ.get("THIDUA_SEEDS") or PROJECT.parent / "shared" / "seeds")


def seeds() -> list[Labelled]:
    """The labelled seeds whose texts are on this machine: none where the folder is absent."""
    found = []
    for path in sorted((HERE / "seeds").glob("*.json")):
        text = seeds_folder() / f"{path.stem}.txt"
        if text.exists():
            found.append(Labelled(path.stem, read_text(text), read_label(path)))
    return found


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def read_label(path: Path) -> dict[str, Any]:
    label: dict[str, Any] = json.loads(path.read_bytes())
    return label
