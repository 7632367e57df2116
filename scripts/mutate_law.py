"""How many small faults in `thidua/law/rules` the cases and tests of the law book notice.

    .venv/bin/python scripts/mutate_law.py [COUNT] [SEED] [FROM]      # default 300 of all, seed 1, from 0

Each mutant changes one place (a comparison, a bound, `and`/`or`, a `not`, a sum, an outcome, what is returned). It is asked
the cases of `law/tests/cases` in a fork; what they do not notice runs the other tests of `law/tests` there.
Prints the survivors and the share that was noticed.
"""

import ast
import copy
import os
import random
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pytest  # noqa: E402
import yaml  # noqa: E402

from thidua.law import cases  # noqa: E402
from thidua.law.book import load  # noqa: E402
from thidua.web.judge_command import CaseYaml  # noqa: E402

RULES = ROOT / "thidua" / "law" / "rules"
_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COUNTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
_OUTCOMES = {"met": "unmet", "unmet": "unknown", "unknown": "met"}


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    other = copy.deepcopy(node)
    if isinstance(other, ast.Compare) and type(other.ops[0]) in _COMPARED:
        other.ops[0] = _COMPARED[type(other.ops[0])]()
        yield other
    elif isinstance(other, ast.BoolOp):
        other.op = ast.Or() if isinstance(other.op, ast.And) else ast.And()
        yield other
    elif isinstance(other, ast.UnaryOp) and isinstance(other.op, ast.Not):
        yield other.operand
    elif isinstance(other, ast.BinOp) and type(other.op) in _COUNTED:
        other.op = _COUNTED[type(other.op)]()
        yield other
    elif isinstance(other, ast.Constant) and isinstance(other.value, bool):
        yield ast.Constant(not other.value)
    elif isinstance(other, ast.Constant) and isinstance(other.value, int):
        yield ast.Constant(other.value + 1)
    elif isinstance(other, ast.Name) and isinstance(other.ctx, ast.Load) and other.id in _OUTCOMES:
        yield ast.Name(_OUTCOMES[other.id], ast.Load())
    elif (
        isinstance(other, ast.Return)
        and other.value is not None
        and not isinstance(other.value, ast.Constant)
    ):
        other.value = ast.Constant(None)
        yield other
    elif isinstance(other, ast.If):
        other.test = ast.UnaryOp(ast.Not(), other.test)
        yield other


class Put(ast.NodeTransformer):
    def __init__(self, at: int, new: ast.AST) -> None:
        self.at, self.new, self.seen = at, new, -1

    def visit(self, node: ast.AST) -> ast.AST:
        self.seen += 1
        return self.new if self.seen == self.at else super().visit(node)


def mutants() -> Iterator[tuple[str, int, str, str]]:
    """(module, line, what was put, source)."""
    for file in sorted(RULES.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        nodes: list[ast.AST] = []
        Seen(nodes).visit(tree)
        for at, node in enumerate(nodes):
            for new in changes(node):
                mutated = ast.fix_missing_locations(Put(at, new).visit(copy.deepcopy(tree)))
                told = ast.unparse(new).partition("\n")[0]
                yield file.stem, getattr(node, "lineno", 0), told, ast.unparse(mutated)


class Seen(ast.NodeVisitor):
    """The nodes in the order in which `Put` counts them."""

    def __init__(self, nodes: list[ast.AST]) -> None:
        self.nodes = nodes

    def visit(self, node: ast.AST) -> None:
        self.nodes.append(node)
        super().visit(node)


def _as_expected(given: dict, answer: dict) -> bool:
    for name, value in given["expect"].items():
        if name in ("met", "unmet", "unknown", "council"):
            ok = set(value) <= {each["rule"] for each in answer["findings"] if each["outcome"] == name}
        elif name == "used":
            ok = [each["used"] for each in answer["findings"] if each["rule"] == value[0]] == [value[1:]]
        elif name == "reasons":
            told = " | ".join(each["reason"] for each in answer["findings"])
            ok = all(each in told for each in value)
        else:
            ok = name in ("deciders", "paper_codes") or answer[name] == value
        if not ok:
            return False
    return True


def is_noticed(name: str, source: str, read: list[tuple[dict, cases.Case]]) -> bool:
    """In a fork: the module stands in the place of the true one, for the cases and then for the other tests."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        _import_with(f"thidua.law.rules.{name}" if name != "__init__" else "thidua.law.rules", source)
        from thidua.law import answering  # noqa: PLC0415

        book = load()
        if not all(_as_expected(given, answering.answer(case, book)) for given, case in read):
            os._exit(1)
        os._exit(int(pytest.main([*_QUIETLY, *(str(each) for each in _tests())])))
    except BaseException:  # any fault is one that is noticed
        os._exit(1)


def _tests() -> list[Path]:
    return [ROOT / "thidua" / "law" / "tests" / f"test_{name}.py" for name in _OF_RULES]


def _import_with(name: str, source: str) -> None:
    true = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> object:
        return compile(source, fullname, "exec") if fullname == name else true(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]


_QUIETLY = (
    "-q", "-x", "-c", os.devnull, "--rootdir", str(ROOT), "--noconftest",
    "-p", "no:django", "-p", "no:cacheprovider", "-p", "no:randomly",
)  # fmt: skip
_OWN = ("thidua.law.rules", "thidua.law.judging", "thidua.law.answering", "thidua.law.handbook")
_OF_RULES = ("judging", "findings", "whole_from")
"""Tests beside the cases that ask the rules."""


def main(count: int, seed: int, first: int) -> None:
    book = load()
    read = []
    for file in sorted((ROOT / "thidua/law/tests/cases").glob("*.yaml")):
        rows = yaml.load(file.read_text(encoding="utf-8"), CaseYaml)  # noqa: S506  a safe loader
        read += [
            (row, cases.read(row, book)) for row in rows if row.get("kind", "eligibility") == "eligibility"
        ]
    for name in [each for each in sys.modules if each.startswith(_OWN)]:
        package, _, own = name.rpartition(".")
        if package in sys.modules:
            vars(sys.modules[package]).pop(own, None)
        del sys.modules[name]  # each fork brings its own
    chosen = list(mutants())
    total = len(chosen)
    random.Random(seed).shuffle(chosen)  # noqa: S311  a sample, no secret
    chosen = chosen[first : first + count]
    alive = 0
    for at, (name, line, told, source) in enumerate(chosen, start=1):
        if not is_noticed(name, source, read):
            alive += 1
            print(f"{at}: {name}.py:{line}: {told}", flush=True)  # noqa: T201
    share = 100 * (len(chosen) - alive) / len(chosen)
    print(f"{len(chosen)} of {total} mutants, {alive} alive: {share:.1f} % noticed")  # noqa: T201


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*(given + [300, 1, 0][len(given) :]))
