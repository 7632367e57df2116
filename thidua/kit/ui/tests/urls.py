"""Addresses for the tests of the parts: a page with a partial, and a search endpoint of a picker."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from thidua.kit.ui.fields import Candidate, offer


def search(request: HttpRequest) -> HttpResponse:
    return offer(request, [Candidate(7, "Sở Văn hóa", "SVH")] if request.GET["q"] else [])


urlpatterns = [path("tim/", search, name="search")]
