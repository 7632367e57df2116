"""After a new edition of the book: statements that it does not take are named, not lost."""

from io import StringIO

from django.core.management import call_command

from thidua.records.catalogue import selectors
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.tests.factories import checked, regulation


def test_what_the_book_takes_is_not_named(so_van_hoa):
    checked(so_van_hoa, regulation(so_van_hoa))

    assert selectors.no_longer_taken() == []


def test_what_it_does_not_take_is_told_by_sync(so_van_hoa):
    overlay = checked(so_van_hoa, regulation(so_van_hoa))
    content = [{**row, "shelf": "khong_con"} for row in overlay.content]
    Overlay.objects.filter(pk=overlay.pk).update(content=content)
    told = StringIO()

    call_command("sync", stdout=StringIO(), stderr=told)

    assert "không nhận mục" in told.getvalue()
    assert "khong_con" in told.getvalue()
