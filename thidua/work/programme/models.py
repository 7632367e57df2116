"""Tasks: what is to be done, by whom, on what basis, by when as printed and as worked out; what shows that it was done."""

from datetime import date

from django.db import models
from django.db.models import Q

from thidua.kit.files.models import StoredFile
from thidua.records.orgs.models import Person, Unit, User
from thidua.records.register.models import Document
from thidua.work.programme.kinds import DueState


class Task(models.Model):
    class Kind(models.TextChoices):
        BINDING = "giao", "Giao"
        COURTEOUS = "de_nghi", "Đề nghị"
        """Asked of somebody who is not told what to do: there is no late list."""

    class State(models.TextChoices):
        """Follows from the dated facts."""

        OPEN = "dang_lam", "Đang thực hiện"
        DONE = "xong", "Đã xong"
        CANCELLED = "huy", "Đã hủy"

    body = models.ForeignKey(Unit, models.PROTECT, related_name="tasks", verbose_name="cơ quan")
    """Who keeps the task, not who does it."""
    action = models.TextField("nội dung")
    kind = models.CharField("loại", max_length=8, choices=Kind, default=Kind.BINDING)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="tasks_given", verbose_name="đơn vị"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="tasks_given", verbose_name="người"
    )
    role_text = models.CharField("chức danh, bộ phận", max_length=160, blank=True)
    """ "Phụ trách kế toán", where it is no unit and no person."""
    all_staff = models.BooleanField("toàn thể cơ quan", default=False)
    assignee_text = models.CharField("giao cho, như in", max_length=300, blank=True)
    cooperate_text = models.CharField("phối hợp", max_length=500, blank=True)
    deadline_text = models.CharField("thời hạn, như in", max_length=200, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True, db_index=True)
    due_state = models.CharField("hạn từ đâu", max_length=8, choices=DueState, default=DueState.OPEN)
    due_reason = models.CharField("lý giải hạn", max_length=400, blank=True)
    source_text = models.CharField(max_length=100, blank=True, db_index=True)
    """The record from which the task was taken, as the audit names it ("register.Document:12", "intake.Proposal:7")."""
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="giao tại văn bản"
    )
    folded = models.TextField(blank=True)
    """Folded action and names of those who do it, for search without diacritics."""
    done_on = models.DateField("ngày xong", null=True, blank=True)
    done_by = models.CharField("người ghi xong", max_length=120, blank=True)
    done_note = models.CharField("kết quả", max_length=1000, blank=True)
    late_reason = models.CharField("lý do chậm", max_length=400, blank=True)
    cancelled_on = models.DateField("ngày hủy", null=True, blank=True)
    cancelled_reason = models.CharField("lý do hủy", max_length=400, blank=True)
    created_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "nhiệm vụ"
        constraints = [
            models.CheckConstraint(
                name="task_open_has_no_day",
                condition=Q(due_state=DueState.OPEN, due_on__isnull=True)
                | (~Q(due_state=DueState.OPEN) & Q(due_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="task_done_or_cancelled",
                condition=Q(done_on__isnull=True) | Q(cancelled_on__isnull=True),
            ),
            models.CheckConstraint(
                name="task_all_staff_is_nobody_else",
                condition=Q(all_staff=False) | Q(person__isnull=True, unit__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["body", "due_on", "id"], name="task_body_due")]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The action in one line, cut at a word."""
        words = " ".join(self.action.split())
        return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0].rstrip(",;.") + "…"

    @property
    def state(self) -> str:
        if self.cancelled_on:
            return self.State.CANCELLED
        return self.State.DONE if self.done_on else self.State.OPEN

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.cancelled_on is None

    def is_late(self, on: date) -> bool:
        """Overdue: only what was given; what was asked for courteously is never late."""
        return (
            self.is_open and self.kind == self.Kind.BINDING and self.due_on is not None and self.due_on < on
        )

    @property
    def was_late(self) -> bool:
        given = self.kind == self.Kind.BINDING
        return given and self.done_on is not None and self.due_on is not None and self.done_on > self.due_on

    @property
    def assignee(self) -> str:
        """Who does it, in words: person, unit, role, all staff; else as printed."""
        if self.all_staff:
            return self.assignee_text or "Toàn thể cơ quan"
        named = [self.person.full_name if self.person else "", self.role_text]
        named.append((self.unit.short_name or self.unit.name) if self.unit else "")
        return ", ".join(part for part in named if part) or self.assignee_text


class TaskBasis(models.Model):
    """A document on whose basis the task stands."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="bases")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="căn cứ")
    printed = models.CharField("cách ghi", max_length=400, blank=True)

    class Meta:
        verbose_name = "căn cứ"
        constraints = [models.UniqueConstraint(fields=["task", "document"], name="taskbasis_once")]


class Evidence(models.Model):
    """What shows that the work was done: a document of the register, a file, or words."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="evidence")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="văn bản"
    )
    file = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="evidence", verbose_name="tệp"
    )
    text = models.CharField("ghi chú", max_length=1000, blank=True)
    at = models.DateTimeField("lúc")
    by = models.CharField("người ghi", max_length=120)

    class Meta:
        verbose_name = "minh chứng"
        constraints = [
            models.CheckConstraint(
                name="evidence_shows_something",
                condition=Q(document__isnull=False) | Q(file__isnull=False) | ~Q(text=""),
            )
        ]


class Extension(models.Model):
    """The day was moved, and why."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="extensions")
    from_due = models.DateField("hạn cũ", null=True, blank=True)
    to_due = models.DateField("hạn mới")
    reason = models.CharField("lý do", max_length=400)
    by = models.CharField("người cho gia hạn", max_length=120)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "gia hạn"


class CalendarToken(models.Model):
    """Lets a calendar program read one account's days without signing in. Only the hash is kept."""

    user = models.OneToOneField(User, models.CASCADE, related_name="calendar_token")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "địa chỉ lịch"
