"""What every page's frame needs: side list, body and year that one works in, search, account."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.respond import TAKEN
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right
from thidua.web import home
from thidua.web.addresses import address


class Entry(NamedTuple):
    """A line of the side list: shown once its address exists and to those who hold one of the rights."""

    label: str
    url_name: str
    rights: tuple[Right, ...] = ()


NAV: tuple[tuple[Entry, ...], ...] = (
    (Entry("Việc của tôi", "web:home"),),
    (
        Entry("Phong trào", "movements:list", (Right.MOVEMENTS_READ,)),
        Entry("Sáng kiến", "initiatives:list", (Right.INITIATIVES_READ,)),
        Entry("Đối chiếu", "eligibility:screenings", (Right.ELIGIBILITY,)),
    ),
    (
        Entry("Văn bản", "register:list", (Right.REGISTER_READ,)),
        Entry("Nạp văn bản", "intake:list", (Right.INTAKE,)),
        Entry("Nạp bảng tính", "intake:sheets", (Right.SHEETS_IMPORT,)),
        Entry("Nhiệm vụ", "programme:board", (Right.TASKS_READ,)),
        Entry("Cuộc họp", "meetings:list", (Right.MEETINGS_READ,)),
        Entry("Khen thưởng", "awards:list", (Right.AWARDS_READ,)),
        Entry("Sổ cấp bằng", "certificates:list", (Right.CERTIFICATES_READ,)),
        Entry("Báo cáo", "reports:list", (Right.REPORTS_READ,)),
    ),
    (
        Entry("Luật", "catalogue:list", (Right.LAW_READ,)),
        Entry("Tổ chức", "orgs:units", (Right.UNITS_MANAGE, Right.PEOPLE_READ)),
        Entry("Con người", "orgs:people", (Right.PEOPLE_READ,)),
        Entry("Đánh giá, kỷ luật", "staff:list", (Right.STAFF_READ, Right.DISCIPLINE_READ)),
        Entry("Tài khoản", "orgs:accounts", (Right.ACCOUNTS_MANAGE,)),
        Entry("Nhật ký", "orgs:audit", (Right.AUDIT_READ,)),
    ),
)
"""Groups, parted by hairlines, in the order of the page."""

SEARCH_HINT = "Tìm văn bản, phong trào, người, đơn vị"
YEARS_BACK = 6


class Item(NamedTuple):
    label: str
    url: str
    name: str
    count: home.Count | None = None
    current: bool = False


class Place(NamedTuple):
    pk: int
    name: str
    chosen: bool


@dataclass
class Shell:
    """Worked out only when a whole page is drawn; a part for htmx asks nothing of it."""

    request: HttpRequest
    actor: Actor = field(init=False)

    def __post_init__(self) -> None:
        self.actor = self.request.actor  # type: ignore[attr-defined]

    @property
    def person(self) -> str:
        return self.actor.user.full_name if self.actor.user else ""

    @property
    def username(self) -> str:
        return self.actor.user.username if self.actor.user else ""

    @property
    def body_name(self) -> str:
        return self.actor.body.short_name or self.actor.body.name if self.actor.body else ""

    @property
    def year(self) -> int:
        return home.working_year(self.actor)

    @property
    def years(self) -> list[int]:
        this = self.actor.on.year
        return sorted({*range(this - YEARS_BACK, this + 2), self.year}, reverse=True)

    @cached_property
    def bodies(self) -> list[Place]:
        if len({scope.body_id for scope in self.actor.scopes}) < 2:
            return []
        return [
            Place(unit.pk, unit.name, unit == self.actor.body) for unit in orgs.working_bodies(self.actor)
        ]

    @cached_property
    def nav(self) -> list[list[Item]]:
        groups = [[item for entry in group if (item := self._item(entry))] for group in NAV]
        here = [item.url for group in groups for item in group if self._leads_here(item.url)]
        nearest = max(here, key=len, default="")
        return [[item._replace(current=item.url == nearest) for item in group] for group in groups if group]

    def _item(self, entry: Entry) -> Item | None:
        url = address(entry.url_name)
        if not url or not self._may(entry.rights):
            return None
        return Item(entry.label, url, entry.url_name, self._counts.get(entry.url_name))

    @cached_property
    def _counts(self) -> dict[str, home.Count]:
        """Known only where the page has gathered the work for itself: to gather it is dear, so others ask by `counts_url`."""
        return home.counts(self.request) if home.is_gathered(self.request) else {}

    @property
    def counts_url(self) -> str:
        return "" if home.is_gathered(self.request) or not self.actor.user else reverse("web:counts")

    def _may(self, rights: tuple[Right, ...]) -> bool:
        return not rights or any(self.actor.has(right) for right in rights)

    def _leads_here(self, url: str) -> bool:
        here = self.request.path
        return here == url if url == self.home_url else here.startswith(url)

    @property
    def search_url(self) -> str:
        return reverse("web:search") if self.actor.scopes else ""

    @property
    def search_hint(self) -> str:
        return SEARCH_HINT

    @cached_property
    def drafts_taken(self) -> str:
        return " ".join(self.request.session.pop(TAKEN, [])) if TAKEN in self.request.session else ""

    @property
    def here(self) -> str:
        return self.request.get_full_path() if self.request.method == "GET" else reverse("web:home")

    me_url = property(lambda self: address("orgs:me"))
    home_url = property(lambda self: reverse("web:home"))
    switch_url = property(lambda self: reverse("web:switch"))
    sign_out_url = property(lambda self: reverse("web:sign_out"))
    password_url = property(lambda self: reverse("web:password"))


def context(request: HttpRequest) -> dict[str, object]:
    if not hasattr(request, "actor"):
        return {}
    return {"shell": Shell(request), "actor": request.actor, "today": timezone.localdate()}
