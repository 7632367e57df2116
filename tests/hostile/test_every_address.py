"""Every address of the installation, walked from the resolver: one that comes new stands here by itself."""

import pytest
from django.urls import reverse

from tests.architecture.test_addresses import OPEN
from tests.hostile.world import PATTERNS, SECRET
from thidua.kit.audit.models import AuditLine
from thidua.records.orgs.models import User

pytestmark = pytest.mark.django_db

# Names of units are public facts; an empty part says nothing; the last is of one's own body.
PUBLIC = {"orgs:unit", "orgs:branch", "movements:document_slot", "programme:report_file"}
PUBLIC |= {"awards:of_unit"}  # awards given by name
PUBLIC |= {
    "initiatives:initiative",
    "initiatives:alike",
}  # recognised initiatives, so that nobody repeats them
PUBLIC |= {"intake:template"}  # an empty workbook
PUBLIC |= {
    "catalogue:kind",
    "catalogue:entry",
    "catalogue:shelf",
    "catalogue:procedure",
}  # the law is for everybody
OF_ONESELF = {"web:sign_out", "web:switch", "web:password", "programme:issue_calendar"}
"""Posting here changes the visitor's own account or session, nothing of others."""
ABOUT_SOMETHING = sorted(name for name, (wanted, _) in PATTERNS.items() if wanted and name not in PUBLIC)


def status(response):
    said(response)
    return response.status_code


def said(response):
    """Read to its end: only then does the client close what it streams, without touching the database."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace")


def test_the_world_has_something_for_every_address(world):
    for name in PATTERNS:
        assert world.address(name), f"{name}: put what it is about into tests/hostile/world.py"


def test_whoever_holds_every_role_comes_to_every_page(world, enter, officer):
    """Nothing odd is answered, nothing is written by looking, and every page forbids scripts from elsewhere."""
    client, lines = enter(officer), AuditLine.objects.count()
    # No such token; no scan; no outline of its own.
    closed = {"web:sign_out", "programme:ics", "intake:scan_progress", "reports:outline"}

    codes, loose = {}, []
    for name in PATTERNS:
        answer = client.get(world.address(name), {"confirmed": "1"})
        codes[name] = status(answer)
        loose += [] if _is_strict(answer) else [name]

    # 403 with words where the thing is not in a state for it; 405 where it is posted only.
    odd = {name: code for name, code in codes.items() if code not in {200, 302, 403, 405}}
    assert odd.keys() <= closed, odd
    assert AuditLine.objects.count() == lines
    assert loose == []


def _is_strict(answer):
    policy = answer.headers.get("Content-Security-Policy", "")
    is_closed = "default-src" in policy and "unsafe" not in policy and "*" not in policy
    return is_closed and answer.headers.get("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize("method", ["get", "post"])
def test_tung_reaches_nothing_of_another_province(world, enter, tung, method):
    client, lines = enter(tung), AuditLine.objects.count()

    reached = []
    for name in ABOUT_SOMETHING:
        response = getattr(client, method)(
            world.address(name), {"confirmed": "1"} if method == "post" else {}
        )
        if SECRET in said(response) or response.status_code not in {403, 404, 405}:
            reached.append((name, response.status_code))

    assert reached == []
    assert AuditLine.objects.count() == lines


def test_no_list_shows_tung_another_province(world, enter, tung):
    client = enter(tung)

    shown = [
        name
        for name in PATTERNS
        if name not in ABOUT_SOMETHING and name != "web:sign_out"
        if SECRET in said(client.get(world.address(name), {"q": "riêng", "tu": "2024"}))
    ]

    assert shown == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_account_without_role_is_answered_in_words_and_writes_nothing(world, enter, method):
    nobody = User.objects.create(username="moi", full_name="Người mới đến")
    client, lines = enter(nobody), AuditLine.objects.count()

    odd = []
    for name in sorted(PATTERNS.keys() - OF_ONESELF):
        response = getattr(client, method)(
            world.address(name), {"confirmed": "1"} if method == "post" else {}
        )
        if SECRET in said(response) or response.status_code >= 500:
            odd.append((name, response.status_code))
        if name in ABOUT_SOMETHING and response.status_code not in {403, 404, 405}:
            odd.append((name, response.status_code))

    assert odd == []
    assert AuditLine.objects.count() == lines


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_anonymous_go_to_the_door(world, enter, method):
    client, lines, door = enter(), AuditLine.objects.count(), reverse("web:sign_in")

    let_in = []
    for name in sorted(PATTERNS.keys() - OPEN):
        response = getattr(client, method)(world.address(name))
        if response.status_code != 302 or not response.url.startswith(door):
            let_in.append((name, response.status_code))

    assert let_in == []
    assert AuditLine.objects.count() == lines


def test_nothing_is_posted_without_the_token(world, enter, officer):
    client, lines = enter(officer), AuditLine.objects.count()
    client.handler.enforce_csrf_checks = True

    odd = [name for name in PATTERNS if client.post(world.address(name)).status_code not in {403, 405}]

    assert odd == []
    assert AuditLine.objects.count() == lines
