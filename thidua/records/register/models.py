"""The register of documents.

A document stands here once per installation; each body that sends, receives or drafts it has an entry.
What is cited but not held is a stub. Edges between documents keep the form in which they were printed.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from thidua.kit.files.models import StoredFile
from thidua.kit.workflow import Move
from thidua.records.orgs.models import Unit
from thidua.records.register.subject import KEY_LENGTH
from thidua.vn.documents import type_name


class Topic(models.TextChoices):
    """The themes under which reports look for documents."""

    DIRECTION = "chi_dao", "Lãnh đạo, chỉ đạo"
    MOVEMENTS = "phong_trao", "Phong trào thi đua"
    RULES = "the_che", "Xây dựng thể chế"
    AWARDS = "khen_thuong", "Khen thưởng"
    STAFFING = "bo_may", "Tổ chức bộ máy, tập huấn"
    COUNCILS = "hoi_dong", "Hội đồng"
    INITIATIVES = "sang_kien", "Sáng kiến"
    CLUSTERS = "cum_khoi", "Cụm, khối thi đua"
    PUBLICITY = "tuyen_truyen", "Tuyên truyền"
    EXEMPLARS = "dien_hinh", "Điển hình tiên tiến"
    INSPECTION = "kiem_tra", "Kiểm tra, đơn thư"
    FUND = "quy", "Quỹ thi đua, khen thưởng"
    REPORTING = "bao_cao", "Thông tin, báo cáo"
    OTHER = "khac", "Khác"


class Series(models.Model):
    """Numbers run through one issuer, a set of types, one year."""

    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="series", verbose_name="nơi ban hành")
    year = models.PositiveSmallIntegerField("năm")
    name = models.CharField("tên dãy số", max_length=120)
    gives_numbers = models.BooleanField("tự cho số", default=False)
    """False: the number is typed from the clerk's own system and only checked."""
    last_serial = models.PositiveIntegerField("số cuối đã cho", default=0)

    class Meta:
        verbose_name = "dãy số"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "year", "name"], name="series_name_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


class SeriesType(models.Model):
    """One type of document runs in one series of its issuer a year."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="types")
    issuer = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    type = models.CharField("loại văn bản", max_length=24)

    class Meta:
        ordering = ["type"]
        constraints = [
            models.UniqueConstraint(fields=["issuer", "year", "type"], name="seriestype_one_series"),
        ]

    @property
    def type_name(self) -> str:
        return type_name(self.type)


class Document(models.Model):
    class State(models.TextChoices):
        DRAFT = "du_thao", "Đang soạn"
        CONSULTING = "lay_y_kien", "Đang lấy ý kiến"
        PARTY = "y_kien_dang", "Xin ý kiến cấp ủy"
        APPRAISAL = "tham_dinh", "Đang thẩm định"
        SIGNING = "trinh_ky", "Chờ ký"
        SIGNED = "da_ky", "Đã ký, chờ số"
        ISSUED = "da_ban_hanh", "Đã ban hành"
        DROPPED = "thoi_soan", "Thôi soạn"

    class Origin(models.TextChoices):
        TYPED = "nhap", "Nhập tay"
        FILE = "tep", "Đọc từ tệp của chính văn bản"
        CITED = "vien_dan", "Đọc từ viện dẫn"
        REPORTED = "bao_cao", "Đọc từ báo cáo"

    type = models.CharField("loại văn bản", max_length=24, blank=True)
    """A code of `vn.documents`; empty where a citation does not tell."""
    issuer = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="issued", verbose_name="nơi ban hành"
    )
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    """As printed, without line breaks: 46/KH-SDL, 34-CT/TW, 06/2022/QH15."""
    number_key = models.CharField(max_length=60, blank=True, db_index=True)
    """`vn.documents.number_key(number)`: what two writings of one number have in common."""
    serial = models.PositiveIntegerField("số thứ tự", null=True, blank=True)
    serial_letter = models.CharField(max_length=2, blank=True)
    """30a/KH-SVH, put in between 30 and 31: "a"."""
    series = models.ForeignKey(Series, models.PROTECT, null=True, blank=True, related_name="documents")
    """Only documents that this installation's own bodies issue."""
    issued_on = models.DateField("ngày ban hành", null=True, blank=True, db_index=True)
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True, db_index=True)
    title = models.CharField("trích yếu", max_length=1000, blank=True)
    rank = models.PositiveSmallIntegerField(default=999)
    """Order of printing (`vn.documents.rank_of`): Party, law, decree, circular, province."""
    folded = models.TextField(blank=True)
    """Folded number, title and issuer, for search without diacritics."""
    subject_key = models.CharField(max_length=KEY_LENGTH, blank=True, db_index=True)
    """`subject.subject_key(title, type)`: finds a numberless document again."""
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)
    """The years that the title speaks of: "giai đoạn 2021 - 2025"; empty where it names none."""
    topic = models.CharField("chủ đề", max_length=16, choices=Topic, blank=True)
    signer = models.CharField("người ký", max_length=120, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=160, blank=True)

    state = models.CharField("bước", max_length=16, choices=State, default=State.ISSUED)
    origin = models.CharField("nguồn", max_length=12, choices=Origin, default=Origin.TYPED)
    is_stub = models.BooleanField("mới được viện dẫn", default=False)
    """Cited, not held: no body here has an entry of it."""
    due_on = models.DateField("hạn soạn xong", null=True, blank=True)
    """Of a draft."""
    effective_on = models.DateField("hiệu lực từ", null=True, blank=True)
    expires_on = models.DateField("hết hiệu lực từ", null=True, blank=True)
    """Half-open: the first day on which it no longer holds."""
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_from",
        verbose_name="nhập vào",
        db_index=False,  # nearly all are empty: an index of those misleads the planner
    )
    created_at = models.DateTimeField("ghi lúc")
    ordered_on = models.DateField()
    """The day by which lists are in order: that of issue, or else of writing down."""

    class Meta:
        verbose_name = "văn bản"
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "type", "number_key", "issued_on"],
                condition=~Q(number_key="") & Q(issued_on__isnull=False) & Q(merged_into__isnull=True),
                name="document_once",
            ),
            models.UniqueConstraint(
                fields=["type", "number_key", "issued_on"],
                condition=~Q(number_key="")
                & Q(issued_on__isnull=False)
                & Q(issuer__isnull=True)
                & Q(merged_into__isnull=True),
                name="document_without_issuer_once",
            ),
            models.UniqueConstraint(
                fields=["series", "serial", "serial_letter"],
                condition=Q(series__isnull=False) & Q(serial__isnull=False) & Q(merged_into__isnull=True),
                name="document_number_once_in_series",
            ),
            models.CheckConstraint(
                name="document_validity_dates",
                condition=Q(expires_on__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(expires_on__gt=F("effective_on")),
            ),
            models.CheckConstraint(name="document_not_into_itself", condition=~Q(merged_into=F("id"))),
        ]
        indexes = [
            models.Index(
                fields=["rank", "ordered_on", "id"],
                condition=Q(merged_into__isnull=True),
                name="document_print_order",
            ),
            models.Index(
                fields=["ordered_on", "id"], condition=Q(merged_into__isnull=True), name="document_by_day"
            ),
            models.Index(
                fields=["merged_into"], condition=Q(merged_into__isnull=False), name="document_merged"
            ),
            models.Index(fields=["issuer", "type", "year"], name="document_issuer_type_year"),
        ]

    def __str__(self) -> str:
        """ "Kế hoạch 30/KH-SVH"; without a number the kind and the title."""
        kind = type_name(self.type)
        if self.number:
            return f"{kind} {self.number}".strip()
        if not self.title:
            return kind or "Văn bản chưa có số"
        told = self.title[:1].lower() + self.title[1:] if kind else self.title
        return self.title if self.title.startswith(kind) else f"{kind} {told}"

    @property
    def type_name(self) -> str:
        return type_name(self.type)

    @property
    def titled(self) -> str:
        """ "Kế hoạch: Phát động …"; "Luật Thi đua, khen thưởng" as it is."""
        if not self.title or not self.type or self.title.startswith(self.type_name):
            return self.title or self.type_name
        return f"{self.type_name}: {self.title}"

    @property
    def is_draft(self) -> bool:
        return self.state not in (self.State.ISSUED, self.State.DROPPED)


class DocumentMove(Move):
    """One step that a draft made; see `workflow.py`."""

    subject = models.ForeignKey(Document, models.CASCADE, related_name="moves")


class Entry(models.Model):
    """A document in the register of one body."""

    class Direction(models.TextChoices):
        IN = "den", "Văn bản đến"
        OUT = "di", "Văn bản đi"
        DRAFT = "du_thao", "Dự thảo"

    document = models.ForeignKey(Document, models.PROTECT, related_name="entries")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="entries", verbose_name="sổ của")
    direction = models.CharField("đến / đi", max_length=8, choices=Direction)
    arrival_number = models.CharField("số đến", max_length=20, blank=True)
    received_on = models.DateField("ngày đến", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    entered_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "dòng sổ"
        constraints = [
            models.UniqueConstraint(fields=["document", "body"], name="entry_once_a_body"),
        ]


class Paper(models.Model):
    """A file of a document; its versions are kept by kit/files."""

    class Part(models.TextChoices):
        MAIN = "ban_chinh", "Bản chính"
        ANNEX = "phu_luc", "Phụ lục"
        SCAN = "ban_ky", "Bản ký, đóng dấu"
        OPINION = "gop_y", "Ý kiến, thẩm định"

    document = models.ForeignKey(Document, models.PROTECT, related_name="papers")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="paper")
    part = models.CharField("phần", max_length=12, choices=Part, default=Part.MAIN)


class Citation(models.Model):
    """`source` names `target`; the graph of what implements, replaces, amends what."""

    class Relation(models.TextChoices):
        CITES = "vien_dan", "Viện dẫn"
        IMPLEMENTS = "trien_khai", "Triển khai, cụ thể hóa"
        REPLACES = "thay_the", "Thay thế"
        AMENDS = "sua_doi", "Sửa đổi, bổ sung"
        ANSWERS = "tra_loi", "Trả lời"

    source = models.ForeignKey(Document, models.PROTECT, related_name="cites")
    target = models.ForeignKey(Document, models.PROTECT, related_name="cited_by")
    relation = models.CharField("quan hệ", max_length=12, choices=Relation, default=Relation.CITES)
    printed = models.CharField("cách ghi", max_length=400, blank=True)
    """As printed in the source, line breaks made spaces."""
    reason = models.CharField("lý do", max_length=300, blank=True)
    """Why the two were linked, where the link was proposed and confirmed."""
    created_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "viện dẫn"
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "relation"], name="citation_once"),
            models.CheckConstraint(name="citation_not_itself", condition=~Q(source=F("target"))),
        ]


class Exemption(models.Model):
    """A superior's document that a body need not concretise, and why."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="exemptions")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reason = models.CharField("lý do", max_length=300)
    by = models.CharField("người ghi", max_length=64)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField("lúc")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "body"], name="exemption_once")]


class Dismissal(models.Model):
    """A proposed match between two documents that a person has turned down; it is not proposed again."""

    kind = models.CharField(max_length=12)
    left = models.ForeignKey(Document, models.CASCADE, related_name="+")
    right = models.ForeignKey(Document, models.CASCADE, related_name="+")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "left", "right"], name="dismissal_once")]


class Consultation(models.Model):
    """Opinions on a draft, both ways: asked of others on ours, or asked of us on theirs."""

    class Way(models.TextChoices):
        ASKED = "xin_y_kien", "Ta xin ý kiến"
        ANSWERED = "gop_y", "Ta được hỏi ý kiến"

    way = models.CharField("chiều", max_length=12, choices=Way)
    body = models.ForeignKey(Unit, models.PROTECT, related_name="consultations", verbose_name="của")
    document = models.ForeignKey(Document, models.PROTECT, related_name="consultations")
    other = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan kia")
    asked_on = models.DateField("ngày hỏi")
    due_on = models.DateField("hạn trả lời", null=True, blank=True)
    due_as_printed = models.CharField("hạn ghi trong văn bản", max_length=120, blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    answer_number = models.CharField("văn bản trả lời", max_length=60, blank=True)
    opinion = models.TextField("nội dung ý kiến", blank=True)
    is_accepted = models.BooleanField("tiếp thu", null=True, blank=True)
    accepted_reason = models.CharField("giải trình", max_length=1000, blank=True)

    class Meta:
        verbose_name = "lấy ý kiến"
        constraints = [
            models.UniqueConstraint(fields=["way", "body", "document", "other"], name="consultation_once"),
            models.CheckConstraint(
                name="consultation_answer_after_question",
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("asked_on")),
            ),
        ]

    def is_open(self, on: date) -> bool:
        return self.answered_on is None and self.asked_on <= on


class Statement(models.Model):
    """What is known without names, or known not to be. Silence is a gap; a statement is an answer, until withdrawn."""

    class Kind(models.TextChoices):
        COUNT = "count", "Số đếm"
        NIL = "nil", "Không phát sinh"
        COVERAGE = "coverage", "Ghi đủ"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="statements", verbose_name="cơ quan")
    kind = models.CharField("loại", max_length=8, choices=Kind)
    what = models.CharField("về việc gì", max_length=60, db_index=True)
    """A code of whoever asks: a topic of the register, an award, a heading of a report."""
    count = models.PositiveIntegerField("số", null=True, blank=True)
    of_whom = models.CharField("của ai", max_length=160, blank=True)
    period_since = models.DateField("từ ngày", null=True, blank=True)
    period_until = models.DateField("đến trước ngày", null=True, blank=True)
    period_label = models.CharField("kỳ, như in", max_length=60, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản nguồn"
    )
    printed = models.CharField("cách ghi", max_length=400, blank=True)
    confirmed_by = models.CharField("người xác nhận", max_length=120)
    at = models.DateTimeField("lúc")
    note = models.CharField("ghi chú", max_length=400, blank=True)
    withdrawn_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    withdrawn_reason = models.CharField("lý do thu hồi", max_length=300, blank=True)

    class Meta:
        verbose_name = "xác nhận"
        constraints = [
            models.CheckConstraint(
                name="statement_count_of_counts",
                condition=Q(kind="count", count__isnull=False) | (~Q(kind="count") & Q(count__isnull=True)),
            ),
            models.CheckConstraint(
                name="statement_dates",
                condition=Q(period_until__isnull=True)
                | Q(period_since__isnull=True)
                | Q(period_until__gt=F("period_since")),
            ),
            models.UniqueConstraint(
                fields=["body", "kind", "what", "of_whom", "period_since", "period_until"],
                condition=Q(withdrawn_at__isnull=True) & ~Q(kind="count"),
                name="statement_once",
            ),
        ]

    def __str__(self) -> str:
        """ "29 Lao động tiên tiến, 2023"; "Không phát sinh: kiem_tra, 6 tháng đầu năm 2024"."""
        said = self.printed or (f"{self.count} {self.what}" if self.count is not None else self.what)
        head = said if self.kind == self.Kind.COUNT else f"{self.get_kind_display()}: {said}"
        return ", ".join(part for part in (head, self.period_label) if part)
