"""A report is kept as JSON and comes back the same."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from thidua.kit.refused import Refused
from thidua.outlook.reports.built import (
    Block,
    Built,
    Figure,
    Item,
    Piece,
    Ref,
    Section,
    from_json,
    to_json,
)
from thidua.outlook.reports.tests.made import REPORT

texts = some.text(alphabet=some.characters(exclude_categories=["Cs"]), max_size=12)
refs = some.builds(Ref, texts, texts, texts, texts)
many_refs = some.lists(refs, max_size=2).map(tuple)
pieces = some.lists(some.builds(Piece, texts, texts), max_size=2).map(tuple)
items = some.lists(some.builds(Item, texts, pieces, many_refs), max_size=2).map(tuple)
numbers = some.lists(some.integers(), max_size=2).map(tuple)
figures = some.lists(some.builds(Figure, texts, texts, texts, texts, many_refs, numbers), max_size=2).map(
    tuple
)
blocks = some.lists(
    some.builds(
        Block,
        key=texts,
        lead=pieces,
        items=items,
        figures=figures,
        text=texts,
        missing=texts,
        supplier=texts,
        module=texts,
        nil=some.none() | refs,
        words=texts,
        left_out=items,
    ),
    max_size=2,
).map(tuple)
sections = some.lists(some.builds(Section, texts, texts, some.integers(1, 4), texts, blocks), max_size=2)
reports = some.builds(
    Built,
    since=some.dates(),
    until=some.dates(),
    at=some.datetimes(timezones=some.just(UTC)),
    opening=blocks,
    sections=sections.map(tuple),
    recipients=some.lists(texts, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(reports)
def test_any_report_comes_back_the_same_through_a_file(built):
    assert from_json(json.loads(json.dumps(to_json(built)))) == built


def test_the_report_by_hand_comes_back_with_its_records():
    kept = to_json(REPORT)
    assert from_json(kept) == REPORT
    issued = kept["sections"][2]["blocks"][0]
    assert issued["items"][0]["records"] == [
        {
            "key": "register.Document:12",
            "label": "Kế hoạch số 30/KH-SVH ngày 22/3/2026",
            "url": "/van-ban/12/",
            "detail": "đọc từ báo cáo",
        }
    ]
    assert issued["figures"][0]["numbers"] == [2]
    assert [ref["key"] for ref in issued["figures"][0]["records"]] == [
        "register.Document:12",
        "register.Document:15",
    ]


def test_days_are_iso_and_every_key_is_always_there():
    kept = to_json(REPORT)
    assert (kept["format"], kept["version"]) == ("thidua.report", 1)
    assert kept["period"] == {"label": "2026H1", "since": "2026-01-01", "until": "2026-07-01"}
    assert date.fromisoformat(kept["period"]["until"]) == REPORT.until
    assert datetime.fromisoformat(kept["at"]) == REPORT.at
    shapes = {
        frozenset(block)
        for part in (kept, *kept["sections"])
        for block in part.get("blocks", kept["opening"])
    }
    assert shapes == {
        frozenset(
            (
                *("key", "kind", "state", "lead", "items", "figures", "text", "missing"),
                *("supplier", "module", "nil", "words", "left_out"),
            )
        )
    }
    assert {section["key"]: section["state"] for section in kept["sections"]}["I.2"] == "gap"


@pytest.mark.parametrize("version", [0, None, 2, "1"])
def test_another_version_is_refused_and_says_which(version):
    with pytest.raises(Refused, match=f"phiên bản {version}.*chỉ đọc phiên bản 1"):
        from_json(to_json(REPORT) | {"version": version})


def test_what_is_no_report_or_not_whole_is_refused_by_name():
    with pytest.raises(Refused, match="không phải là số liệu báo cáo"):
        from_json({"so": 1})
    without = to_json(REPORT)
    del without["sections"][2]["blocks"][0]["figures"]
    with pytest.raises(Refused, match="thiếu mục 'figures'"):
        from_json(without)
    strange = to_json(REPORT)
    strange["sections"][2]["blocks"][0]["state"] = "done"
    with pytest.raises(Refused, match=r"không đọc được .done."):
        from_json(strange)
