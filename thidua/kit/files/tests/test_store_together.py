"""Several officers at once, on a database that really commits."""

import pytest

from thidua.kit.audit.tests.together import at_once, real_database
from thidua.kit.files import services
from thidua.kit.files.models import FileVersion
from thidua.kit.files.tests import made
from thidua.records.orgs.actors import system

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def committing(transactional_db, tmp_path):
    with real_database(tmp_path):
        yield


@pytest.fixture
def store(today, now):
    return lambda name, data, **more: services.store(name, data, by=system(today), at=now, **more)


def test_versions_stored_at_once_get_different_numbers(store):
    file = store("a.txt", "Bản đầu".encode()).file

    versions = at_once(*(lambda n=n: store(f"{n}.txt", f"Bản {n}".encode(), file=file) for n in range(4)))

    assert sorted(version.number for version in versions) == [2, 3, 4, 5]
    assert sorted(file.versions.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert all(services.location(version).is_file() for version in FileVersion.objects.all())


def test_a_double_click_keeps_one_version(store):
    file = store("a.txt", "Bản đầu".encode()).file

    versions = at_once(*[lambda: store("b.txt", "Bản hai".encode(), file=file)] * 4)

    assert [version.number for version in versions] == [2, 2, 2, 2]
    assert file.versions.count() == 2


def test_pdfs_are_read_at_once_without_harm(store):
    data = made.pdf(made.PLAN)

    versions = at_once(*(lambda n=n: store(f"{n}.pdf", data) for n in range(4)))

    assert {version.text for version in versions} == {"\n".join(made.PLAN)}
