"""Order between the folder and the table: files that no row names, rows whose file is gone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from thidua.kit.files.models import FileVersion
from thidua.kit.files.services import INCOMING, location

_NAME = re.compile(r"[0-9a-f]{32}")
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Swept:
    removed: int
    removed_bytes: int
    missing: list[FileVersion]
    """Rows whose file is not on the disk: to be brought back from a backup."""


def sweep(*, before: datetime, really: bool = True) -> Swept:
    """Take away files from before that moment which no row names; with `really=False` only count them.

    Only names that were given here are touched. The margin protects files whose transaction is still running.
    """
    root = Path(settings.FILES_ROOT)
    removed = removed_bytes = 0
    old = [path for path in _given(root) if path.stat().st_mtime < before.timestamp()]
    for start in range(0, len(old), _BATCH):
        batch = {f"{path.parent.name}/{path.name}": path for path in old[start : start + _BATCH]}
        named = set(FileVersion.objects.filter(path__in=batch).values_list("path", flat=True))
        for name, path in batch.items():
            if name in named:
                continue
            removed, removed_bytes = removed + 1, removed_bytes + path.stat().st_size
            if really:
                path.unlink(missing_ok=True)
    rows = FileVersion.objects.defer("text").order_by("pk").iterator(chunk_size=2000)
    return Swept(removed, removed_bytes, [row for row in rows if not location(row).is_file()])


def _given(root: Path) -> Iterator[Path]:
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if folder.is_dir() and (folder.name == INCOMING or re.fullmatch(r"[0-9a-f]{2}", folder.name)):
            yield from (path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file())
