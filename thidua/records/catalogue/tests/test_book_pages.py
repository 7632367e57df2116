"""Every title, form and entry of the book has a page that can be drawn, on days of each regime."""

from datetime import date

import pytest

from thidua.law.book import load
from thidua.records.catalogue import selectors

BOOK = load()
DAYS = [date(2015, 1, 1), date(2020, 1, 1), date(2024, 6, 1), date(2025, 12, 1), date(2026, 12, 1)]


@pytest.mark.parametrize("on", DAYS)
def test_every_row_of_the_overview_leads_somewhere(on):
    found = selectors.overview(BOOK, on)

    for row in (*found.titles, *found.forms):
        assert selectors.is_known(row.code, BOOK)
        assert selectors.kind(row.code, BOOK, on).name == row.name
        assert row.name
        assert row.group


def test_a_title_is_never_a_form():
    found = selectors.overview(BOOK, date(2025, 12, 1))

    assert {row.code for row in found.titles} & {row.code for row in found.forms} == set()
    assert {"CSTDTQ", "LDTT", "GDVH"} <= {row.code for row in found.titles}
    assert {"HCSV", "BKTTG", "GK", "KNC"} <= {row.code for row in found.forms}


def test_households_are_not_offered_what_is_not_for_them():
    found = {row.code: row.recipients for row in selectors.overview(BOOK, date(2025, 12, 1)).forms}

    assert found["AHLD"] == "Cá nhân, tập thể"
    assert found["BKBT"] == "Cá nhân, tập thể, hộ gia đình"


def test_every_entry_has_a_name():
    for line in selectors.lines(BOOK, date(2025, 12, 1)):
        assert line.name
        assert selectors.tell(line.entry, BOOK, date(2025, 12, 1)).days


def test_versions_of_an_entry_know_each_other():
    others = selectors.siblings(BOOK.by_id["title.cstdcs@2024"], BOOK)

    assert [entry.id for entry in others] == ["title.cstdcs@2026draft", "title.cstdcs@2017"]


def test_what_holds_stands_first_among_what_is_to_be_checked():
    rows = [line.entry.holds(date(2025, 12, 1)) for line in selectors.to_check(BOOK, date(2025, 12, 1))]

    assert rows == sorted(rows, reverse=True)


def test_a_list_tells_what_an_entry_sets():
    gists = {line.entry.id: line.gist for line in selectors.lines(BOOK, date(2025, 12, 1))}

    assert gists["dl.return@2025"] == "5 ngày làm việc"
    assert gists["reward.cstdtq@2025"] == "Cá nhân · hệ số 4,5"
    assert gists["vote.80@2024"] == "ít nhất 80% đồng ý"
