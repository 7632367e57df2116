"""Cases with their answers, from the texts of the book: both sides of each boundary, gaps, regimes, unknown facts.

Each file of `cases/` is a list of cases as `thidua judge` takes them, with `expect`: the verdict or amount, and where it
matters the rules that are unmet or unknown, the facts that a rule used, words of the reasons, and the earliest year.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from thidua.law import answering, cases
from thidua.law.book import load
from thidua.web.judge_command import CaseYaml

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case, id=f"{file.stem}-{case['id']}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.load(file.read_text(encoding="utf-8"), CaseYaml)  # noqa: S506  a safe loader
]


@pytest.mark.parametrize("given", CASES)
def test_the_book_answers_as_the_text_says(given: dict[str, Any]) -> None:
    book = load()
    answer = answering.answer(cases.read(given, book), book)
    for name, value in given["expect"].items():
        if name in ("met", "unmet", "unknown", "council"):
            found = {each["rule"] for each in answer["findings"] if each["outcome"] == name}
            assert set(value) <= found, (name, answer["findings"])
        elif name == "used":
            assert [each["used"] for each in answer["findings"] if each["rule"] == value[0]] == [value[1:]]
        elif name == "reasons":
            told = " | ".join(each["reason"] for each in answer["findings"])
            assert all(each in told for each in value), told
        elif name == "deciders":
            assert {each["code"] for each in answer["authority"]} == set(value)
        elif name == "paper_codes":
            assert [each["code"] for each in answer["papers"]] == value
        else:
            assert answer[name] == value, (name, answer)


@pytest.mark.parametrize("given", CASES)
def test_every_printed_citation_stands_in_the_book_and_was_in_force(given: dict[str, Any]) -> None:
    book = load()
    case = cases.read(given, book)
    answer = answering.answer(case, book)
    for found in answer.get("findings", ()):
        assert found["cites"] or found["draft"] or found["rule"] in ("book", "base_salary", "coefficient"), (
            found
        )
        for cite in found["cites"]:
            source = book.source(cite["doc"])
            assert source is not None
            since, last = cite["text_in_force"]
            assert source.since.isoformat() == since
            assert last is None or since <= last


def test_no_two_cases_have_one_id() -> None:
    ids = [case.values[0]["id"] for case in CASES]
    assert len(ids) == len(set(ids))
