"""What fits in the head: sizes of modules, functions, templates, test modules; names that say nothing."""

import ast

from tests.architecture.house import PROJECT, THIDUA, python_files, templates

MODULE, FUNCTION, TEMPLATE, TEST_MODULE, TARGETS = 400, 40, 150, 400, 15
SAYS_NOTHING = {"utils", "helpers", "common", "base", "manager", "misc"}


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def test_modules_are_short():
    assert {str(p.relative_to(PROJECT)): lines(p) for p in python_files() if lines(p) > MODULE} == {}


def test_test_modules_are_short():
    long = {str(p.relative_to(PROJECT)): lines(p) for p in python_files(tests=True) if lines(p) > TEST_MODULE}

    assert long == {}


def test_templates_are_short():
    assert {str(p.relative_to(PROJECT)): lines(p) for p in templates() if lines(p) > TEMPLATE} == {}


def test_functions_are_short():
    long = {}
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = node.end_lineno - node.lineno + 1
                if length > FUNCTION:
                    long[f"{path.relative_to(PROJECT)}::{node.name}"] = length

    assert long == {}


def test_names_say_something():
    assert [p for p in THIDUA.rglob("*.py") if p.stem.split("_")[0] in SAYS_NOTHING] == []


def test_the_makefile_has_at_most_fifteen_targets():
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = [
        line
        for line in makefile.splitlines()
        if line and line[0].isalpha() and ":" in line and "=" not in line
    ]

    assert len(targets) <= TARGETS
