"""Every public verb of a service says who acts, and leaves a trace."""

import ast
from pathlib import Path

import pytest

from tests.architecture.house import PROJECT, THIDUA

PACKAGES = [path for path in THIDUA.rglob("services") if path.is_dir()]
FILES = sorted(
    [path for path in THIDUA.rglob("services.py") if "kit" not in path.parts]
    + [file for folder in PACKAGES if "kit" not in folder.parts for file in folder.glob("*.py")]
)


def verbs(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def called(node: ast.AST) -> set[str]:
    names = set()
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            function = call.func
            names.add(function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""))
    return names


def public_verbs() -> dict[str, set[str]]:
    """Name of each function in any service module → what it calls."""
    everything: dict[str, set[str]] = {}
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                everything[node.name] = everything.get(node.name, set()) | called(node)
    return everything


def leaves_a_trace(name: str, calls: dict[str, set[str]], seen: frozenset[str] = frozenset()) -> bool:
    direct = calls.get(name, set())
    if "record" in direct or "move" in direct:
        return True
    return any(
        leaves_a_trace(inner, calls, seen | {name})
        for inner in direct & calls.keys()
        if inner not in seen | {name}
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_verb_takes_keyword_only_by(path):
    without = [node.name for node in verbs(path) if "by" not in {arg.arg for arg in node.args.kwonlyargs}]

    assert without == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_verb_leaves_a_trace(path):
    calls = public_verbs()
    silent = [node.name for node in verbs(path) if not leaves_a_trace(node.name, calls)]

    assert silent == []


def test_there_are_services_to_look_at():
    assert len(FILES) >= 3
