"""The answer to a case as JSON values; what `thidua judge` prints."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from thidua.law import handbook, judging, money
from thidua.law.book import Book, Entry
from thidua.law.cases import Case
from thidua.law.citations import Citation
from thidua.law.findings import Finding

_DAY = timedelta(days=1)


def answer(case: Case, book: Book) -> dict[str, Any]:
    """`kind: eligibility` → verdict and findings; `reward_money` → amount; `authority` → who; `papers` → the list."""
    told = {"id": case.id, "kind": case.kind, "on": case.on.isoformat(), "book": book.fingerprint}
    return told | _ANSWERS[case.kind](case, book)


def _eligibility(case: Case, book: Book) -> dict[str, Any]:
    found = judging.judge(case, book)
    on = found.on or case.on
    return {
        "verdict": found.verdict,
        "findings": [
            finding_json(each, book, case.on if each.rule == "transition" else on) for each in found.findings
        ],
        "earliest_year": found.earliest_year,
        "regime": found.entry.since.isoformat() if found.entry else None,
        "version": found.entry.id if found.entry else None,
        "notes": list(found.notes),
    }


def finding_json(found: Finding, book: Book, on: date) -> dict[str, Any]:
    told: dict[str, Any] = {
        "rule": found.rule,
        "outcome": found.outcome,
        "reason": found.reason,
        "cites": cites_json(found.cites, book, on),
        "used": list(found.used),
        "draft": found.is_draft,
    }
    if found.parts:
        told["parts"] = [finding_json(part, book, on) for part in found.parts]
    return told


def cites_json(cites: Iterable[Citation], book: Book, on: date) -> list[dict[str, Any]]:
    """Citations whose document holds on the day, with the days between which it does (the last one included)."""
    told = []
    for cite in cites:
        since, until = book.text_in_force(cite)
        if since <= on and (until is None or on < until):
            row: dict[str, Any] = {"doc": cite.doc, "article": cite.article, "clause": cite.clause}
            row |= {"point": cite.point} if cite.point else {}
            row |= {"place": cite.place} if cite.place else {}
            row["text_in_force"] = [since.isoformat(), (until - _DAY).isoformat() if until else None]
            told.append(row)
    return told


def _reward(case: Case, book: Book) -> dict[str, Any]:
    found = money.reward(case, book)
    signed = case.signed_on or case.on
    return {
        "amount_vnd": found.amount_vnd,
        "formula": found.formula,
        "lines": [
            {
                "award": line.code,
                "coefficient": str(line.coefficient),
                "amount_vnd": line.amount,
                "paid": line.is_paid,
            }
            for line in found.lines
        ],
        "cites": _entries_json(found.cites, book, signed),
        "findings": [finding_json(each, book, signed) for each in found.findings],
    }


def _authority(case: Case, book: Book) -> dict[str, Any]:
    found = handbook.deciders(case.award, case.candidate.kind, book, case.on)
    rows = [
        {
            "code": each.code,
            "name": each.name,
            "draft": each.entry.draft_on(case.on),
            "cites": cites_json(each.entry.cites, book, case.on),
        }
        for each in found
    ]
    cites = _entries_json((each.entry for each in found), book, case.on)
    return {"authority": rows, "cites": cites} | _if_silent(
        rows, "thẩm quyền quyết định", case, case.on, book
    )


def _papers(case: Case, book: Book) -> dict[str, Any]:
    on = case.received_on or case.on
    found = handbook.papers(case.award, book, on, case.basis)
    rows = [
        {
            "code": each.code,
            "name": each.name,
            "when": each.when,
            "draft": each.entry.draft_on(on),
            "cites": cites_json(each.entry.cites, book, on),
        }
        for each in found
    ]
    cites = _entries_json((each.entry for each in found), book, on)
    return {"papers": rows, "cites": cites} | _if_silent(rows, "danh mục hồ sơ", case, on, book)


def _if_silent(rows: list[dict[str, Any]], what: str, case: Case, on: date, book: Book) -> dict[str, Any]:
    """Findings, where the book has nothing to tell."""
    if rows:
        return {}
    said = f"Sách luật chưa có {what} của {book.codes[case.award]} cho ngày {on:%d/%m/%Y}"
    found = judging.silent(said, book, on)
    return {"findings": [finding_json(found, book, on)], "cites": cites_json(found.cites, book, on)}


def _entries_json(entries: Iterable[Entry], book: Book, on: date) -> list[dict[str, Any]]:
    cites = dict.fromkeys(cite for entry in entries for cite in entry.cites)
    return cites_json(cites, book, on)


_ANSWERS = {"eligibility": _eligibility, "reward_money": _reward, "authority": _authority, "papers": _papers}
