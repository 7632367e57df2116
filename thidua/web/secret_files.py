"""Secrets of this installation: made once in var/, readable by its owner only, never in the database."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def long_secret() -> str:
    return secrets.token_urlsafe(48)


def secret(name: str, folder: Path, make: Callable[[], str] = long_secret) -> str:
    """The secret called `name`: from THIDUA_<NAME>, else from the file `folder/name`, made when absent."""
    given = os.environ.get(f"THIDUA_{name.upper()}")
    if given:
        return given
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        value = make()
        file.write(value + "\n")
    return value
