"""`thidua demo-seeds DIR`: each document in the register of its own office, once, marked as automatic."""

import re
from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from thidua.kit.audit import chain
from thidua.outlook.intake import selectors as intake
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.tests.samples import NOTICE, PLAN, REPORT
from thidua.reading import read
from thidua.reading.tests import labelled, mutate
from thidua.records.awards.models import Award
from thidua.records.meetings.models import Meeting
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.models import Person, Unit, User
from thidua.records.register import selectors as register
from thidua.records.register.models import Citation, Document, Entry, Statement
from thidua.web.demo import seeds
from thidua.work.movements.models import Milestone, Movement, Response
from thidua.work.programme.models import Task, TaskBasis

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    kept = tmp_path / "van-ban"
    kept.mkdir()
    for name, text in (
        ("1.txt", REPORT),
        ("2.txt", PLAN),
        ("3.txt", NOTICE.replace("SỞ VĂN HÓA", "SỞ Y TẾ").replace("SVH", "SYT")),
    ):
        (kept / name).write_text(text, encoding="utf-8")
    return kept


@pytest.fixture
def secrets(settings, tmp_path):
    settings.SECRETS = tmp_path / "secrets"


@pytest.fixture
def load(folder, now, today):
    return lambda: seeds.load(folder, at=now, today=today, password="mật khẩu dài 2024")


def test_each_office_is_a_body_of_its_own_with_its_document(load):
    load()

    entries = Entry.objects.order_by("pk").values_list("body__code", "direction", "document__type")
    assert list(entries) == [
        ("SVH-TG", "di", "bao_cao"),
        ("UBND-TG", "di", "ke_hoach"),
        ("SYT-TG", "di", "thong_bao"),
    ]
    province = Unit.objects.get(code="UBND-TG")
    assert {unit.parent for unit in Unit.objects.filter(code__in=["SVH-TG", "SYT-TG"])} == {province}
    assert not province.is_outside


def test_a_superior_without_a_document_of_its_own_is_known_by_name_only(load, folder):
    (folder / "2.txt").unlink()

    load()

    assert Unit.objects.get(name="Ủy ban nhân dân tỉnh Tân Giang").is_outside


def test_a_superior_whose_document_comes_later_becomes_a_body(load, folder):
    (folder / "2.txt").rename(folder.parent / "2.txt")
    load()
    (folder.parent / "2.txt").rename(folder / "2.txt")

    load()

    assert not Unit.objects.get(name="Ủy ban nhân dân tỉnh Tân Giang").is_outside
    assert Entry.objects.filter(body__code="UBND-TG").count() == 1


def test_it_is_marked_as_automatic_and_doubtful_things_wait(load):
    load()

    assert set(Reading.objects.values_list("is_automatic", "state")) == {(True, Reading.State.CONFIRMED)}
    waiting = Proposal.objects.get(kind=Proposal.Kind.CITATION, decision=Proposal.Decision.PENDING)
    assert waiting.proposed["number"] == "15/2023/BNV"


def test_a_second_time_changes_nothing(load):
    load()
    before = [model.objects.count() for model in (Unit, User, Document, Citation, Entry, Reading, Proposal)]

    done = load()

    assert [one.written for one in done] == [0, 0, 0]
    assert [
        model.objects.count() for model in (Unit, User, Document, Citation, Entry, Reading, Proposal)
    ] == before


def test_nobody_is_invented(load):
    load()

    assert not Person.objects.exists()
    assert set(User.objects.values_list("full_name", flat=True)) == {
        "Chuyên viên Sở Văn hóa tỉnh Tân Giang",
        "Chuyên viên Ủy ban nhân dân tỉnh Tân Giang",
        "Chuyên viên Sở Y tế tỉnh Tân Giang",
    }


def test_no_office_sees_what_another_has_read(load, today):
    load()

    for user in User.objects.all():
        actor = actor_for(user, today)
        assert [reading.body for reading in intake.visible_to(actor)] == [actor.body]
        held = {entry.body for entry in register.entries_visible_to(actor)}
        assert held == {actor.body}


def test_a_file_that_says_nothing_of_its_office_is_named_and_the_others_are_loaded(load, folder):
    (folder / "4.txt").write_text("Ghi chép.\n", encoding="utf-8")
    (folder / "5.pdf").write_bytes(b"rac")

    done = load()

    reasons = {one.name: one.reason for one in done if one.reason}
    assert set(reasons) == {"4.txt", "5.pdf"}
    assert Reading.objects.count() == 3


def test_the_command_prints_who_can_sign_in(folder, secrets):
    out = StringIO()

    call_command("demo_seeds", str(folder), stdout=out)

    told = out.getvalue()
    assert re.search(r"^  svh-tg +Chuyên viên Sở Văn hóa tỉnh Tân Giang$", told, re.MULTILINE)
    password = told.rpartition(": ")[2].strip()
    assert User.objects.get(username="svh-tg").check_password(password)


def test_a_folder_that_is_not_there_is_said(tmp_path, secrets):
    with pytest.raises(CommandError, match="Không có thư mục"):
        call_command("demo_seeds", str(tmp_path / "khong-co"))


# The real documents, as they are and changed


@pytest.fixture
def real(tmp_path, now):
    """Loads the seeds, changed by a number where one is given; what each was read to, by file name."""
    documents = labelled.seeds()
    if not documents:
        pytest.skip(f"no seeds in {labelled.seeds_folder()} (set THIDUA_SEEDS)")

    def load(change: int | None = None):
        kept = tmp_path / f"seeds-{change}"
        kept.mkdir(exist_ok=True)
        for document in documents:
            text = document.text if change is None else mutate.mutated(document, change).text
            (kept / f"{document.name}.txt").write_text(text, encoding="utf-8")
        day = now.replace(year=2035)
        return seeds.load(kept, at=day, today=day.date(), password="mật khẩu dài 2024")

    return load


def written():
    """What stands after a load, beside documents."""
    models = (Award, Movement, Response, Task, TaskBasis, Meeting, Statement, Milestone)
    return {model.__name__: model.objects.count() for model in models}


@pytest.mark.one_database
def test_the_seeds_bring_movements_tasks_and_meetings_once(real):
    real()
    before = written()
    department = Unit.objects.get(code="SDL-KG")

    real()

    assert written() == before
    assert before["Meeting"] == 1
    assert before["Award"] == 11
    assert before["Statement"] == 2
    own = Movement.objects.filter(launcher=department)
    assert own.filter(form=Movement.Form.REGULAR).count() == 1
    assert set(
        own.exclude(form=Movement.Form.REGULAR).values_list("papers__document__number", flat=True)
    ) == {f"{number}/KH-SDL" for number in (27, 30, 43, 44, 46, 48, 53, 58)}
    assert 17 <= Task.objects.filter(body__code="BTĐKT-AG").count() <= 22
    assert chain.verify().broken is None


def answers_of(body):
    """Launcher's kind and level → how many of its movements are answered."""
    rows = Response.objects.filter(body=body).values_list(
        "superior__launcher__kind", "superior__launcher__level"
    )
    return Counter(rows)


@pytest.mark.one_database
@pytest.mark.parametrize("change", [None, 1, 2])
def test_each_heading_of_the_report_is_an_answer(real, change):
    loaded = real(change)

    body = loaded[0].body
    assert answers_of(body) == {
        (Unit.Kind.STATE, Unit.Level.CENTRAL): 6,
        (Unit.Kind.STATE, Unit.Level.PROVINCE): 10,
        (Unit.Kind.PARTY, Unit.Level.PROVINCE): 4,
    }
    by_plan = Response.objects.filter(body=body, kind=Response.Kind.PLAN)
    assert all(row.ours and row.ours.papers.exists() for row in by_plan)
    learning = [row.superior for row in by_plan if "xã hội học tập" in row.ours.name]
    assert len(learning) == 2


def test_the_seeds_become_four_bodies(real):
    loaded = real()

    codes = [one.body.code for one in loaded]
    assert codes == ["SDL-KG", "UBND-KG", "TTDVVL", "BTĐKT-AG"]
    assert Unit.objects.get(code="SDL-KG").parent.code == "UBND-KG"
    assert Unit.objects.get(code="BTĐKT-AG").parent.name == "Sở Nội vụ tỉnh An Giang"
    assert len({one.user for one in loaded}) == 4
    report = Document.objects.get(type="bao_cao")
    assert Citation.objects.filter(source=report).count() >= 40


@pytest.mark.one_database
@pytest.mark.parametrize("change", [1, 2])
def test_changed_seeds_are_loaded_as_well(real, change):
    loaded = real(change)

    assert [one.reason for one in loaded] == [""] * 4
    assert len({one.body for one in loaded}) == 4
    for one in loaded:
        facts = read(one.reading.text)
        office = seeds.office_of(facts)
        assert one.body.code == office.code
        assert one.written >= 0.9 * (1 + len(facts.citations)) - 1
