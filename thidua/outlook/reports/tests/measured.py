"""Labelled outlines: which block each heading asks for, and how often the matching is right."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from thidua.outlook.reports.outlines.matching import Matched, Taken, match

FOLDER = Path(__file__).parent / "pasted"
SAMPLES = sorted(FOLDER.glob("*.txt"))
_LABEL = re.compile(r"[ \t]*@@(\S+)")
_MARK = re.compile(r"^[\s\W]*(?:[IVXLC\d.]+|[A-Za-zđ])[\s.)/:-]+\s*|^[\s\W]+")


@dataclass
class Score:
    """`known`: labelled with a block. A doubtful match counts as one; who looks at it sees that it is doubtful."""

    known: int = 0
    right: int = 0
    wrong: int = 0
    sure_wrong: int = 0
    unknown: int = 0
    left: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.known)


def plain(path: Path) -> str:
    return _LABEL.sub("", path.read_text(encoding="utf-8"))


def labelled(path: Path) -> list[tuple[str, str]]:
    """(end of the heading's words, block) for every label."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        label = _LABEL.search(line)
        if label:
            words = " ".join(_MARK.sub("", line[: label.start()]).split())
            found.append((words, label[1]))
    return found


def score(path: Path, total: Score) -> Matched:
    matched = match(plain(path))
    rows = list(matched.headings)
    for words, block in labelled(path):
        exact = [each for each in rows if each.title == words]
        heading = next(
            (each for each in (*exact, *rows) if each.title.endswith(words) or words.endswith(each.title)),
            None,
        )
        if heading is None:
            total.known += block != "?"
            total.misses.append(f"{path.stem}: no heading “{words}”")
            continue
        rows.remove(heading)
        _count(path.stem, heading, block, total)
    return matched


def _count(name: str, heading: Taken, block: str, total: Score) -> None:
    if block == "?":
        total.unknown += 1
        total.left += not heading.blocks
    else:
        total.known += 1
    if block in heading.blocks:
        total.right += 1
    elif heading.blocks:
        total.wrong += 1
        total.sure_wrong += not heading.is_doubtful
    if block not in heading.blocks and (heading.blocks or block != "?"):
        total.misses.append(
            f"{name}: “{heading.title}” is {block}, taken for {heading.known or 'nothing'} {heading.blocks} "
            f"({heading.score}{', doubtful' if heading.is_doubtful else ''})"
        )
