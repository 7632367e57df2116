"""`thidua judge CASE.yaml… [--json]`: judges cases by the law book, without a database. No Django here."""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from thidua.law import answering, cases
from thidua.law.book import load
from thidua.law.reading_facts import CaseError
from thidua.vn.numbers import grouped

_MARKS = {"met": "đạt", "unmet": "không đạt", "unknown": "chưa rõ", "council": "hội đồng"}
_VERDICTS = {"eligible": "ĐỦ ĐIỀU KIỆN", "not_eligible": "KHÔNG ĐỦ ĐIỀU KIỆN", "needs_review": "CẦN XEM LẠI"}


def main(argv: Sequence[str]) -> int:
    """0 when every case was judged, 2 when one was malformed (file and key on stderr); the others are still judged."""
    options = _options().parse_args(argv)
    book = load()
    answers, faults = [], 0
    for name, given, place in _given(options.files):
        try:
            if isinstance(given, CaseError):
                raise given
            answers.append(answering.answer(cases.read(given, book, fallback_id=place), book))
        except CaseError as fault:
            faults += 1
            print(f"{name}: {place}: {fault}", file=sys.stderr)  # noqa: T201  a command speaks here
    text = (
        json.dumps(answers, ensure_ascii=False, indent=1)
        if options.json
        else "\n\n".join(map(_told, answers))
    )
    sys.stdout.flush()
    sys.stdout.buffer.write((text + "\n").encode())
    sys.stdout.buffer.flush()
    return 2 if faults else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="thidua judge", description="Đối chiếu trường hợp với sách luật.")
    parser.add_argument("files", nargs="+", metavar="TỆP", help=".yaml hoặc .json; - để đọc từ đầu vào chuẩn")
    parser.add_argument("--json", action="store_true", help="in một mảng JSON, mỗi trường hợp một đối tượng")
    return parser


def _given(files: Sequence[str]) -> Iterator[tuple[str, Any, str]]:
    """(file, what was given or why it could not be read, name of the case); a file may hold several, as a list or as documents."""
    for name in files:
        found, fault = _read(name)
        if not found and fault is None:
            fault = CaseError("", "không có trường hợp nào")
        for at, row in enumerate(found, start=1):
            named = row.get("id") if isinstance(row, dict) else None
            yield name, row, str(named or (Path(name).stem if len(found) == 1 else f"{Path(name).stem}-{at}"))
        if fault is not None:
            yield name, fault, "?"


def _read(name: str) -> tuple[list[Any], CaseError | None]:
    """The cases of a file, and why it could not be read to its end; documents before a broken one are kept."""
    found: list[Any] = []
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
        for each in yaml.load_all(text, CaseYaml):
            found += each if isinstance(each, list) else [each]
    except OSError:
        return found, CaseError("", "không mở được tệp")
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        return found, CaseError("", f"không phải YAML đọc được: {' '.join(str(fault).split())}")
    return found, None


class CaseYaml(yaml.SafeLoader):
    """YAML in which only true and false are truths (`on:` is a key of cases, not a yes), and in which a day is read by the
    case: one that does not exist is a fault of its key, not of the file."""


CaseYaml.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] not in ("bool", "timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
CaseYaml.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def _told(answer: dict[str, Any]) -> str:
    lines = [f"{answer['id']}: {_head(answer)}"]
    for found in answer.get("findings", ()):
        draft = " (dự thảo)" if found["draft"] else ""
        lines.append(f"  [{_MARKS[found['outcome']]}] {found['reason']}{draft}{_cited(found['cites'])}")
    for row in (*answer.get("authority", ()), *answer.get("papers", ())):
        lines.append(f"  - {row['name']}{' (dự thảo)' if row['draft'] else ''}{_cited(row['cites'])}")
    lines += [f"  Lưu ý: {note}" for note in answer.get("notes", ())]
    if answer.get("earliest_year"):
        lines.append(f"  Sớm nhất: năm {answer['earliest_year']}")
    return "\n".join(lines)


def _head(answer: dict[str, Any]) -> str:
    if "verdict" in answer:
        return _VERDICTS[answer["verdict"]]
    if "amount_vnd" in answer:
        amount = answer["amount_vnd"]
        return "chưa tính được" if amount is None else f"{grouped(amount)} đồng = {answer['formula']}"
    return "thẩm quyền" if "authority" in answer else "hồ sơ"


def _cited(cites: list[dict[str, Any]]) -> str:
    if not cites:
        return ""
    told = []
    for cite in cites:
        steps = (("điểm", cite.get("point")), ("khoản", cite["clause"]), ("Điều", cite["article"]))
        where = " ".join(f"{word} {number}" for word, number in steps if number) or cite.get("place", "")
        told.append(f"{where} {cite['doc']}".strip())
    return f" — {'; '.join(told)}"
