"""What the architecture tests look at: the packages, their order, their files."""

import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
THIDUA = PROJECT / "thidua"


def order() -> list[str]:
    """All packages of the import contract, from the top down, brackets taken off."""
    config = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    return [name.strip(" ()") for layer in layers for name in layer.split("|")]


def floor_of(module: str) -> int:
    """How high a module stands: 0 is the ground floor. Packages on one line stand equally high."""
    config = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    for height, layer in enumerate(reversed(layers)):
        for name in layer.split("|"):
            package = name.strip(" ()")
            if module == package or module.startswith(package + "."):
                return height
    raise LookupError(f"{module} is not in the order of the house")


def python_files(*, tests: bool = False) -> list[Path]:
    files = [path for path in THIDUA.rglob("*.py") if "migrations" not in path.parts]
    return sorted(path for path in files if ("tests" in path.parts or path.name == "conftest.py") == tests)


def templates() -> list[Path]:
    return sorted(THIDUA.rglob("templates/**/*.html"))


def apps() -> dict[str, Path]:
    """Label (the template folder's name) → folder of each app with templates."""
    return {path.parent.name: path.parent for path in sorted(THIDUA.rglob("apps.py"))}
