"""One thing of each kind in Sở Văn hóa tỉnh Tân Giang, and the address of every page about it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.urls import get_resolver, reverse

from thidua.kit.files import services as files
from thidua.kit.jobs import worker
from thidua.outlook.intake import services as intake
from thidua.outlook.intake.tests import workbooks
from thidua.outlook.intake.tests.samples import NOTICE
from thidua.outlook.reports import services as reports
from thidua.records.awards import services as awards
from thidua.records.awards.rows import NewHousehold
from thidua.records.catalogue import services as catalogue
from thidua.records.certificates import services as certificates
from thidua.records.meetings import services as meetings
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.models import RoleHeld, Unit, User
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import services as register
from thidua.records.register.models import Document, Series
from thidua.records.register.tests.factories import NOW, TODAY, entered, identity, sent
from thidua.records.staff import services as staff
from thidua.records.staff.models import Discipline
from thidua.vn import periods
from thidua.work.eligibility import services as eligibility
from thidua.work.initiatives import services as initiatives
from thidua.work.initiatives.rows import Recognised, Share
from thidua.work.movements import naming
from thidua.work.movements import services as movements
from thidua.work.programme import services as programme

SECRET = "Riêng của Tân Giang"  # stands in every title: who may not see the thing may not see this
DAY = date(2024, 3, 20)
Ids = dict[str, dict[str, Any]]


def _patterns() -> dict[str, tuple[set[str], Any]]:
    """Every address of the installation by its name: the arguments that it takes, and its view."""
    found: dict[str, tuple[set[str], Any]] = {}

    def walk(resolver: Any, prefix: str = "") -> None:
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
            else:
                found[f"{prefix}{pattern.name}"] = (set(pattern.pattern.converters), pattern.callback)

    walk(get_resolver())
    return found


PATTERNS = _patterns()


@dataclass
class World:
    """`ids`: arguments by the name of an address, or of a whole app."""

    ids: Ids = field(default_factory=dict)

    def arguments(self, name: str) -> dict[str, Any]:
        known = self.ids.get(name.partition(":")[0], {}) | self.ids.get(name, {})
        return {argument: known[argument] for argument in PATTERNS[name][0]}

    def address(self, name: str) -> str:
        return reverse(name, kwargs=self.arguments(name))


def officer(at: Unit) -> User:
    """Whoever holds every role: comes to every page."""
    roles = ("chuyen_vien", "van_thu", "quan_tri", "lanh_dao", "tra_dinh_danh", "can_bo_phap_che")
    return orgs.user("hoa", "Lưu Thị Hoa", at, *roles, "theo_doi_ky_luat")


def build(so_van_hoa: Unit, tan_giang: Unit, room: Unit, user: User) -> World:
    """Everything by the services, as the officer does it."""
    given = {"by": actor_for(user, TODAY), "at": NOW}
    ids: Ids = {}
    _orgs(ids, so_van_hoa, room, user)
    own, plan = _register(ids, so_van_hoa, tan_giang, given)
    _movements(ids, so_van_hoa, tan_giang, own, plan, given)
    _programme(ids, so_van_hoa, own, given)
    _meetings(ids, so_van_hoa, own, given)
    _awards(ids, so_van_hoa, own, user, given)
    _certificates(ids, so_van_hoa, own, user, given)
    _initiatives(ids, so_van_hoa, user, given)
    _staff(ids, so_van_hoa, user, given)
    _eligibility(ids, so_van_hoa, user, given)
    _reports(ids, so_van_hoa, own, given)
    text = NOTICE.replace("Kết luận", f"Kết luận {SECRET}")
    reading = intake.upload("thong bao.txt", text.encode(), body=so_van_hoa, **given)
    ids["intake"] = {"pk": reading.pk, "proposal_id": reading.proposals.first().pk}
    _workbooks(ids, so_van_hoa, given)
    _catalogue(ids, so_van_hoa, own, given)
    return World(ids)


def _workbooks(ids: Ids, body: Unit, given: dict[str, Any]) -> None:
    """A workbook of people with a fault, looked through."""
    rows = [{"name": f"{SECRET} Một", "birth_year": 1980}, {"name": SECRET, "birth_year": "1990a"}]
    data = workbooks.filled(workbooks.layout_of("people"), rows)
    workbook = intake.take_workbook(f"{SECRET}.xlsx", data, layout="people", body=body, **given)
    worker.perform(workbooks.last_job(workbook).key)
    for name, (wanted, _) in PATTERNS.items():
        if name.startswith("intake:workbook") and wanted:
            ids[name] = {"pk": workbook.pk}
    ids["intake:template"] = {"layout": "people"}


def _orgs(ids: Ids, body: Unit, room: Unit, user: User) -> None:
    held = RoleHeld.objects.filter(user=user).earliest("pk")
    for name, (wanted, _) in PATTERNS.items():
        if name.startswith("orgs:") and wanted:
            kind = name.removeprefix("orgs:").split("_")[0]
            pk = {"unit": body, "branch": body, "role": user, "account": user, "password": user}
            ids[name] = {"pk": pk.get(kind, user.person).pk}
    for act in ("change", "end", "correct"):
        ids[f"orgs:position_{act}"] = {"pk": user.person.positions.get().pk}
    ids["orgs:role_end"] = {"pk": held.pk}


def _register(ids: Ids, body: Unit, above: Unit, given: dict[str, Any]) -> tuple[Any, Any]:
    by = given["by"]
    plan = entered(identity("71/KH-UBND", date(2024, 3, 7), above, SECRET), body, by=by)
    own = sent(identity("30/KH-SVH", DAY, body, SECRET), by=by)
    draft = register.draft(identity(title=SECRET, type="ke_hoach"), body=body, **given)
    edge = register.cite(own, plan, **given)
    version = files.store("riêng.txt", SECRET.encode(), by=by, at=NOW)
    register.attach(own, version=version, part="ban_chinh", **given)
    ids["register"] = {"pk": own.pk, "citation": edge.pk}
    for name in ("step", "issue", "ask"):
        ids[f"register:{name}"] = {"pk": draft.pk}
    for name in ("download", "text"):
        ids[f"register:{name}"] = {"pk": version.pk}
    for name in ("exempt", "withdraw", "be_asked"):
        ids[f"register:{name}"] = {"pk": plan.pk}
    asked = register.ask_opinion(draft, of=above, asked_on=DAY, **given)
    were = register.be_asked(plan, body=body, asker=above, asked_on=DAY, **given)
    ids["register:opinion"], ids["register:answer"] = {"pk": asked.pk}, {"pk": were.pk}
    ids["register:series_settings"] = {"pk": Series.objects.get().pk}
    return own, plan


def _movements(ids: Ids, body: Unit, above: Unit, own: Any, plan: Any, given: dict[str, Any]) -> None:
    year, told = naming.lasting("năm 2024"), {"is_launched": True, "launched_on": DAY}
    superior = movements.open_movement(
        f"Trên, {SECRET}", body=body, launcher=above, lasting=year, **told, **given
    )
    mine = movements.open_movement(SECRET, body=body, launcher=body, lasting=year, **told, **given)
    draft = movements.open_movement(f"Dự thảo, {SECRET}", body=body, launcher=body, lasting=year, **given)
    criterion = movements.add_criterion(mine, text=SECRET, target_number=Decimal(3), **given)
    wave = movements.add_wave(mine, name="Đợt 1", since=DAY, until=date(2024, 9, 1), **given)
    paper = movements.attach_document(mine, own, part="phat_dong", **given)
    milestone = movements.plan_milestone(mine, kind="so_ket", planned_on=date(2024, 7, 1), **given)
    result = movements.record_result(mine, on=date(2024, 5, 2), text=SECRET, **given)
    response = movements.respond(superior, body=body, kind="ke_hoach", ours=mine, **given)
    ids["movements"] = {
        "pk": mine.pk,
        "criterion": criterion.pk,
        "wave": wave.pk,
        "paper": paper.pk,
        "milestone": milestone.pk,
        "result": result.pk,
        "document": own.pk,
    }
    for name in ("launch", "drop_draft"):
        ids[f"movements:{name}"] = {"pk": draft.pk}
    for name in ("respond", "withdraw_response", "not_for_us", "withdraw_exemption"):
        ids[f"movements:{name}"] = {"pk": superior.pk, "response": response.pk}


def _programme(ids: Ids, body: Unit, own: Any, given: dict[str, Any]) -> None:
    task = programme.assign(SECRET, body=body, bases=[own], deadline_text="30/6/2024", document=own, **given)
    received = files.receive("minh chứng.txt", SECRET.encode())
    evidence = programme.add_evidence(task, received=received, text=SECRET, **given)
    ids["programme"] = {
        "pk": task.pk,
        "evidence": evidence.pk,
        "basis": task.bases.get().pk,
        "document": own.pk,
        "kind": "docx",
        "token": "khong-co",
    }
    ids["programme:download"] = {"pk": evidence.file.versions.get().pk}


def _meetings(ids: Ids, body: Unit, own: Any, given: dict[str, Any]) -> None:
    meeting = meetings.record_meeting(
        SECRET, body=body, kind="hop_co_quan", held_on=DAY, documents=[own], **given
    )
    (line,) = meetings.add_roll(meeting, [meetings.RollRow(f"Người {SECRET}")], **given)
    ids["meetings"] = {"pk": meeting.pk, "document": own.pk, "line": line.pk}


def _awards(ids: Ids, body: Unit, own: Document, user: User, given: dict[str, Any]) -> None:
    """A count without names is the body's own; an award by name is public."""
    about = {"of_whom": "ca_nhan", "period": periods.calendar_year(2023), "occasion": SECRET}
    count = awards.enter_aggregate("LDTT", 29, body=body, source_document=own, **about, **given)
    said = awards.state_coverage(body, since=date(2015, 1, 1), note=SECRET, **given)
    ids["awards"] = {"pk": count.pk, "document": own.pk, "unit": body.pk, "person": user.person.pk}
    ids["awards"]["statement"] = said.pk


def _certificates(ids: Ids, body: Unit, own: Document, user: User, given: dict[str, Any]) -> None:
    period = periods.calendar_year(2023)
    award = awards.enter("GK", user.person, body=body, period=period, decision=own, **given)
    book = certificates.open_book("giay_khen", 2024, body=body, pattern="{so}/" + SECRET, **given)
    made = certificates.give(award, book=book, **given)
    ids["certificates"] = {"pk": made.pk, "book": book.pk, "document": own.pk, "award": award.pk}


def _initiatives(ids: Ids, body: Unit, user: User, given: dict[str, Any]) -> None:
    """Recognised initiatives are public; from where the line was taken is the body's own."""
    told = Recognised("co_so", 2023, printed=SECRET)
    made = initiatives.enter("Số hóa hồ sơ", [Share(user.person)], recognised=told, body=body, **given)
    said = initiatives.state_coverage(body, since=date(2015, 1, 1), note=SECRET, **given)
    ids["initiatives"] = {"pk": made.pk, "person": user.person.pk, "statement": said.pk}
    for act in ("correct", "strike", "revoke"):
        ids[f"initiatives:recognition_{act}"] = {"pk": made.recognitions.get().pk}


def _staff(ids: Ids, body: Unit, user: User, given: dict[str, Any]) -> None:
    """Discipline has the narrowest door; a rating stands behind the lists."""
    told = {"body": body, "printed": SECRET, **given}
    row = staff.enter_discipline(user.person, "khien_trach", decided_on=DAY, **told)
    staff.rate(user.person, "HTTNV", period=periods.calendar_year(2023), **told)
    matter = staff.note_matter(body, "investigation", since=DAY, body=body, **given)
    said = staff.state_coverage(Discipline, body=body, since=date(2019, 1, 1), note=SECRET, **given)
    ids["staff"] = {"slug": "ky-luat", "pk": row.pk, "person": user.person.pk, "unit": body.pk}
    ids["staff"]["statement"] = said.pk
    ids["staff:close"] = {"pk": matter.pk}


def _eligibility(ids: Ids, body: Unit, user: User, given: dict[str, Any]) -> None:
    """A person, a unit, a household with an award, and a screening done again."""
    told = {"period": periods.calendar_year(2023), "printed": SECRET, "body": body, **given}
    house = awards.enter("GK", NewHousehold("Lò Văn Páo"), **told).household
    asked = {"of_whom": "ca_nhan", "titles": ["LDTT"], "period": told["period"], "on": TODAY, **given}
    first = eligibility.start_screening(body, **asked)
    again = eligibility.screen_again(first, by=given["by"], at=NOW + timedelta(minutes=5))
    ids["eligibility"] = {"person": user.person.pk, "unit": body.pk, "household": house.pk, "pk": again.pk}


def _catalogue(ids: Ids, body: Unit, own: Document, given: dict[str, Any]) -> None:
    entry = "title.cstdcs@2024"
    checked = catalogue.verify_entry(
        entry, body=body, document=own, place="mục 1", since=DAY, note=SECRET, **given
    )
    package = catalogue.receive_package(
        catalogue.export_overlays([checked], body=body, **given), body=body, **given
    )
    key = catalogue.trust_key(package.public, SECRET, body=body, **given)
    ids["catalogue"] = {"code": "CSTDCS", "entry": entry, "shelf": "kinds", "pk": checked.pk}
    ids["catalogue:procedure"] = {"entry": "tthc.cstdcs.commune@2025"}
    ids["catalogue:package"] = ids["catalogue:trust"] = {"pk": package.pk}
    ids["catalogue:distrust"] = {"pk": key.pk}


def _reports(ids: Ids, body: Unit, own: Any, given: dict[str, Any]) -> None:
    half = periods.parse("6 tháng đầu năm 2024")
    report = reports.start("so-6-thang", half, body=body, request=own, **given)
    reports.write(report, "strengths", SECRET, **given)
    quarter = periods.parse("quý I năm 2024")
    nil = register.state_nil("strengths", body=body, period=quarter, note=SECRET, **given)
    ids["reports"] = {"pk": report.pk, "block": "strengths", "statement": nil.pk, "kind": "text"}
    ids["reports:step"] = {"name": "submit"}
