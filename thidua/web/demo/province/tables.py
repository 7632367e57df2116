"""Where the rows of the province go: which columns are given for each row, which are the same for all."""

from datetime import datetime

from thidua.records.awards.models import Award
from thidua.records.orgs.models import Person, Position
from thidua.records.staff.models import Discipline, Leave, Rating, Service, Study
from thidua.web.demo.province import decisions
from thidua.web.demo.province.pouring import Pour, Table, moment
from thidua.work.initiatives.models import Author, Initiative, Recognition

_LIST = "Danh sách của cơ quan"


class Tables:
    """One for each kind of record; `pour` empties them together."""

    def __init__(self, at: datetime) -> None:
        made = {"created_at": moment(at)}
        person = (
            "full_name",
            "name_sort",
            "folded",
            "born_on",
            "birth_year",
            "gender",
            "is_party_member",
            "kept_by_id",
        )
        self.people = Table(Person, *person)
        self.positions = Table(Position, "person_id", "unit_id", "title", "labour", "since", "until")
        span = ("since", "until", "period_label", "year", "level")
        self.ratings = Table(Rating, "body_id", "person_id", "unit_id", *span, printed=_LIST, **made)
        leave = ("body_id", "person_id", "kind", "since", "until", "days", "working_days", "year")
        self.leave = Table(Leave, *leave, **made)
        study = ("body_id", "person_id", "course", "since", "until", "year")
        self.studies = Table(
            Study, *study, sent_by_agency=True, complied=True, result=Study.Result.GOOD.value, **made
        )
        kind = Service.Kind.RECRUITED.value
        self.services = Table(Service, "body_id", "person_id", "since", "year", kind=kind, **made)
        conduct = ("body_id", "person_id", "form", "year", "decided_on", "until")
        served = Discipline.Status.SERVED.value
        self.discipline = Table(Discipline, *conduct, status=served, printed="Quyết định kỷ luật", **made)
        self.initiatives = Table(Initiative, "kept_by_id", "body_id", "title", "folded", "sought", **made)
        self.authors = Table(Author, "initiative_id", "person_id", "name", "share_pct")
        known = ("initiative_id", "scope", "year", "document_id", "decided_by_id", "authority", "decided_on")
        self.recognitions = Table(Recognition, *known, **made)
        award = ("home_id", "of_whom", "person_id", "unit_id", "recipient", "count", "certificate", "folded")
        self.awards = Table(Award, *award, *decisions.COLUMNS, **made)
        self.pour = Pour([each for each in vars(self).values() if isinstance(each, Table)])
