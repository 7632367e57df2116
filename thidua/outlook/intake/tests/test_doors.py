"""Every address: who comes in, who is refused, nothing without the token, no more queries for more proposals."""

import pytest
from django.test import Client
from django.urls import reverse

from thidua.outlook.intake.models import Proposal, Reading

pytestmark = pytest.mark.django_db

OF_READING = ["reading", "history", "file", "confirm", "accept_certain", "check_text", "reread", "discard"]
OF_PROPOSAL = ["card", "edit", "accept_reading"]
POSTS = ["accept_certain", "check_text", "reread", "discard", "accept_reading"]


def addresses(reading):
    row = reading.proposals.first()
    yield from ((name, reverse(f"intake:{name}", args=[reading.pk])) for name in OF_READING)
    yield from ((name, reverse(f"intake:{name}", args=[reading.pk, row.pk])) for name in OF_PROPOSAL)


@pytest.mark.one_database
@pytest.mark.parametrize("name", [*OF_READING, *OF_PROPOSAL])
def test_tung_finds_nothing_there(name, reading, tung, sign_in):
    address = dict(addresses(reading))[name]
    client = sign_in(tung)

    found = client.post(address) if name in POSTS else client.get(address)

    assert found.status_code == 404
    assert Reading.objects.get().state == Reading.State.OPEN


@pytest.mark.one_database
@pytest.mark.parametrize("who", ["son", "ha", "thao"])
@pytest.mark.parametrize("name", [*OF_READING, *OF_PROPOSAL, "list", "upload"])
def test_whoever_does_not_read_documents_is_refused_in_words(name, who, reading, sign_in, request):
    address = dict(addresses(reading)).get(name) or reverse(f"intake:{name}")

    answer = sign_in(request.getfixturevalue(who)).get(address)

    assert answer.status_code == 403
    assert "Nạp và xác nhận bản đọc văn bản" in answer.content.decode()


@pytest.mark.one_database
@pytest.mark.parametrize("name", [*OF_READING, *OF_PROPOSAL, "list", "upload", "sources"])
def test_whoever_is_not_signed_in_is_sent_to_the_door(name, reading):
    address = dict(addresses(reading)).get(name) or reverse(f"intake:{name}")

    answer = Client().get(address)

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.one_database
@pytest.mark.parametrize("name", [*POSTS, "card", "edit", "confirm", "upload"])
def test_nothing_is_written_without_the_token(name, reading, minh):
    client = Client(enforce_csrf_checks=True)
    client.force_login(minh, backend="django.contrib.auth.backends.ModelBackend")
    address = dict(addresses(reading)).get(name) or reverse(f"intake:{name}")

    answer = client.post(address, {"decision": "nhan", "confirmed": "1", "text": "KẾ HOẠCH\nVề việc thử"})

    assert answer.status_code == 403
    assert not Proposal.objects.exclude(decision="chua_xem").exists()
    assert Reading.objects.count() == 1


@pytest.mark.parametrize("name", POSTS)
def test_acts_are_not_done_by_looking(name, reading, minh, sign_in):
    assert sign_in(minh).get(dict(addresses(reading))[name]).status_code == 405


def test_a_proposal_of_another_reading_is_not_found_here(reading, read_by, minh, sign_in):
    other = read_by(minh, "KẾ HOẠCH\nVề việc thử\n\nNội dung.\n")
    row = reading.proposals.first()

    answer = sign_in(minh).post(reverse("intake:card", args=[other.pk, row.pk]), {"decision": "nhan"})

    assert answer.status_code == 404


@pytest.fixture
def with_citations(reading, now):
    """Fills the reading up to a number of citations."""

    def fill(count):
        row = reading.proposals.filter(kind=Proposal.Kind.CITATION).first()
        Proposal.objects.bulk_create(
            Proposal(
                reading=reading,
                kind=row.kind,
                position=100 + place,
                proposed=row.proposed
                | {"number": f"{place}/KH-UBND", "type": "Kế hoạch", "issuer": "Ủy ban nhân dân tỉnh"},
                spans=row.spans,
                saved_at=now,
            )
            for place in range(count)
        )

    return fill


def test_the_page_asks_no_more_for_sixty_proposals_than_for_a_few(
    reading, with_citations, minh, sign_in, django_assert_max_num_queries
):
    client = sign_in(minh)
    address = reverse("intake:reading", args=[reading.pk])
    client.get(address)
    with django_assert_max_num_queries(22) as few:
        client.get(address)

    with_citations(60)

    with django_assert_max_num_queries(len(few)):
        html = client.get(address).content.decode()
    assert "59/KH-UBND" in html


def test_one_card_asks_no_more_for_sixty_proposals_than_for_a_few(
    reading, with_citations, minh, sign_in, django_assert_max_num_queries
):
    client = sign_in(minh)
    address = reverse("intake:card", args=[reading.pk, reading.proposals.first().pk])
    with django_assert_max_num_queries(10) as few:
        client.get(address, headers={"HX-Request": "true"})

    with_citations(60)

    with django_assert_max_num_queries(len(few)):
        client.get(address, headers={"HX-Request": "true"})


def test_the_list_asks_no_more_for_many_readings(
    reading, read_by, minh, sign_in, django_assert_max_num_queries
):
    client = sign_in(minh)
    address = reverse("intake:list")
    client.get(address)
    with django_assert_max_num_queries(7) as few:
        client.get(address)

    for place in range(6):
        read_by(minh, f"KẾ HOẠCH\nVề việc thử lần {place}\n\nNội dung.\n")

    with django_assert_max_num_queries(len(few)):
        client.get(address)
