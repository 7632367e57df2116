"""A reading: one uploaded or pasted text, what was proposed, what a person decided, what was taken from where.

Nothing is written anywhere else before the person confirms; `Taken` then tells which record came from which span.
"""

from django.db import models
from django.db.models import Q

from thidua.kit.files.models import FileVersion
from thidua.records.orgs.models import Unit, User


class Reading(models.Model):
    class State(models.TextChoices):
        SCAN = "quet", "Bản quét chờ chữ"
        OPEN = "mo", "Đang xem"
        CONFIRMED = "da_ghi", "Đã ghi vào sổ"
        DISCARDED = "bo", "Đã hủy"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="readings", verbose_name="cơ quan")
    version = models.ForeignKey(
        FileVersion, models.PROTECT, null=True, blank=True, related_name="readings", verbose_name="tệp"
    )
    """None where the text was pasted."""
    name = models.CharField("tên", max_length=255)
    text = models.TextField("chữ")
    """NFC; the spans of all proposals count in it. Empty while a scan waits for its text."""
    text_sha256 = models.CharField(max_length=64)
    """Of the text; of the file while a scan waits."""
    encoding = models.CharField("bảng mã gốc", max_length=12, blank=True)
    """tcvn3 or vni where the text was converted from an old font encoding."""
    is_text_checked = models.BooleanField("chữ đã xem lại", default=True)
    """False until a person has confirmed a text that was converted by statistics, or recognised in a scan."""
    meta = models.JSONField("thông tin văn bản")
    """`reading.facts.Meta` as JSON, as proposed."""
    warnings = models.JSONField("lưu ý", default=list)
    state = models.CharField("tình trạng", max_length=8, choices=State, default=State.OPEN)
    document = models.CharField("văn bản đã ghi", max_length=60, blank=True)
    """`register.Document:id`, as text, once confirmed."""
    is_automatic = models.BooleanField("xác nhận tự động", default=False)
    """Confirmed by a command: no person has looked at it."""
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người tải lên")
    uploaded_at = models.DateTimeField("lúc")
    saved_at = models.DateTimeField("lưu lúc")
    saved_by = models.CharField("người lưu", max_length=120)

    class Meta:
        verbose_name = "bản đọc"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "text_sha256"], condition=~Q(state="bo"), name="reading_once_a_body"
            ),
        ]
        indexes = [models.Index(fields=["body", "state", "uploaded_at"], name="reading_list")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_recognised(self) -> bool:
        """The text was recognised in a scan, not typed."""
        return self.version is not None and self.version.text_state == FileVersion.TextState.RECOGNISED


class Proposal(models.Model):
    class Kind(models.TextChoices):
        META = "van_ban", "Thông tin văn bản"
        CITATION = "vien_dan", "Viện dẫn"
        MATCH = "doi_chieu", "Đối chiếu với sổ"
        MOVEMENT = "phong_trao", "Phong trào"
        TASK = "nhiem_vu", "Nhiệm vụ"
        AWARD = "khen_thuong", "Số liệu khen thưởng"
        ATTENDANCE = "diem_danh", "Số người dự"
        NIL = "khong_co", "Không phát sinh"
        PLANNED = "du_kien", "Việc dự kiến"
        DRAFTED = "du_thao", "Văn bản đang dự thảo"

    class Decision(models.TextChoices):
        PENDING = "chua_xem", "Chưa xem"
        ACCEPTED = "nhan", "Nhận"
        REJECTED = "bo", "Bỏ"

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="proposals")
    kind = models.CharField("loại", max_length=16, choices=Kind)
    position = models.PositiveIntegerField()
    """Order on the page within its kind, from 1."""
    proposed = models.JSONField("đề xuất")
    """The fact as JSON, as read; never changed."""
    edited = models.JSONField("đã sửa", null=True, blank=True)
    """The officer's version where they changed it."""
    spans = models.JSONField(default=list)
    is_low = models.BooleanField("độ tin cậy thấp", default=False)
    decision = models.CharField("quyết định", max_length=12, choices=Decision, default=Decision.PENDING)
    written = models.BooleanField("đã ghi", default=False)
    saved_at = models.DateTimeField("lưu lúc")
    """Moved by each decision and edit: whoever saves over a newer one is told."""
    saved_by = models.CharField("người lưu", max_length=120, blank=True)

    class Meta:
        verbose_name = "đề xuất"
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "kind", "position"], name="proposal_place_once"),
            models.CheckConstraint(
                name="proposal_written_was_accepted", condition=Q(written=False) | Q(decision="nhan")
            ),
        ]

    @property
    def fact(self) -> dict[str, object]:
        return self.edited if self.edited is not None else self.proposed


class Taken(models.Model):
    """Provenance: the record `subject` was taken from this span of this reading."""

    reading = models.ForeignKey(Reading, models.PROTECT, related_name="taken")
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="taken")
    subject = models.CharField(max_length=100, db_index=True)
    """`app.Model:id` as text: below, nobody knows the reader."""
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "subject", "start"], name="taken_once"),
        ]


class Workbook(models.Model):
    """A workbook that is loaded into the registers: looked through first, then written, and taken back where asked."""

    class State(models.TextChoices):
        UPLOADED = "tai_len", "Đã tải lên"
        CHECKING = "dang_kiem", "Đang kiểm tra"
        CHECKED = "da_kiem", "Đã kiểm tra"
        COMMITTING = "dang_ghi", "Đang ghi"
        COMMITTED = "da_ghi", "Đã ghi vào sổ"
        UNDOING = "dang_go", "Đang hoàn tác"
        UNDONE = "da_go", "Đã hoàn tác"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="workbooks", verbose_name="cơ quan")
    layout = models.CharField("loại bảng tính", max_length=20)
    """Code of a layout in `loadings`."""
    version = models.ForeignKey(FileVersion, models.PROTECT, related_name="workbooks", verbose_name="tệp")
    name = models.CharField("tên tệp", max_length=255)
    sheet = models.CharField("trang tính", max_length=80)
    encoding = models.CharField("bảng mã cũ", max_length=8, blank=True)
    """tcvn3 or vni where the texts seem to be in an old encoding."""
    is_converted = models.BooleanField("đọc theo bảng mã cũ", null=True, blank=True)
    """What the officer said to that; None until then."""
    state = models.CharField("tình trạng", max_length=10, choices=State, default=State.UPLOADED)
    rows = models.PositiveIntegerField("số dòng", default=0)
    ready = models.PositiveIntegerField("ghi được", default=0)
    faulty = models.PositiveIntegerField("có lỗi", default=0)
    doubtful = models.PositiveIntegerField("chờ trả lời", default=0)
    left_out = models.PositiveIntegerField("không ghi", default=0)
    """Rows whose record stands already, or which the officer leaves out."""
    problems_found = models.PositiveIntegerField("lỗi và lưu ý", default=0)
    preview = models.JSONField(default=list)
    """[row, words] of the first rows as they would be written."""
    stays_out = models.JSONField(default=list)
    """Numbers of the rows that the dry run found faulty, doubtful or standing already: never written."""
    without_faulty = models.BooleanField("bỏ lại dòng lỗi", default=False)
    """The officer commits though rows are faulty: these stay out."""
    written = models.PositiveIntegerField("đã ghi", default=0)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người tải lên")
    uploaded_at = models.DateTimeField("lúc")
    checked_at = models.DateTimeField("kiểm tra lúc", null=True, blank=True)
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True)
    ended_at = models.DateTimeField("ghi hoặc hoàn tác xong lúc", null=True, blank=True)

    class Meta:
        verbose_name = "bảng tính nạp vào"
        indexes = [models.Index(fields=["body", "uploaded_at"], name="workbook_list")]

    def __str__(self) -> str:
        return self.name

    @property
    def reads_as(self) -> str:
        """The encoding that its texts are converted from, "" for none."""
        return self.encoding if self.is_converted else ""


class CellProblem(models.Model):
    class Kind(models.TextChoices):
        ERROR = "error", "Lỗi"
        NOTE = "note", "Lưu ý"

    workbook = models.ForeignKey(Workbook, models.CASCADE, related_name="problems")
    kind = models.CharField("loại", max_length=6, choices=Kind)
    row = models.PositiveIntegerField("dòng")
    cell = models.CharField("ô", max_length=12)
    column = models.CharField("cột", max_length=200, blank=True)
    value = models.CharField("đang ghi", max_length=200, blank=True)
    message = models.CharField("cách sửa", max_length=500)

    class Meta:
        verbose_name = "lỗi trong bảng tính"
        indexes = [models.Index(fields=["workbook", "kind", "row"], name="cellproblem_place")]


class Doubt(models.Model):
    """What only a person can say of a row; rows that ask the same are answered together."""

    workbook = models.ForeignKey(Workbook, models.CASCADE, related_name="doubts")
    key = models.CharField(max_length=200)
    row = models.PositiveIntegerField("dòng đầu tiên")
    cell = models.CharField("ô", max_length=12)
    rows = models.PositiveIntegerField("số dòng cùng hỏi", default=1)
    text = models.CharField("câu hỏi", max_length=500)
    choices = models.JSONField()
    """[{value, label, why}], as `kit.sheets.problems.Choice`."""
    likely = models.CharField(max_length=20, blank=True)
    answer = models.CharField("trả lời", max_length=20, blank=True)
    answered_by = models.CharField("người trả lời", max_length=120, blank=True)

    class Meta:
        verbose_name = "điều cần hỏi"
        constraints = [models.UniqueConstraint(fields=["workbook", "key"], name="doubt_once")]


class Chunk(models.Model):
    """Rows that were written in one transaction, with every record that this made; in the same transaction."""

    workbook = models.ForeignKey(Workbook, models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField("phần")
    lines = models.PositiveIntegerField("số dòng")
    made = models.JSONField()
    """`kit.sheets.made.Made` as JSON."""

    class Meta:
        verbose_name = "phần đã ghi"
        constraints = [models.UniqueConstraint(fields=["workbook", "number"], name="chunk_once")]
