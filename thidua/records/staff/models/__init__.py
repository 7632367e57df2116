"""How people and units did: ratings, discipline, time away and at study, service, matters being looked into."""

from thidua.records.staff.models.conduct import Discipline, PendingMatter
from thidua.records.staff.models.kept import Kept, KeptQuerySet
from thidua.records.staff.models.rating import Rating
from thidua.records.staff.models.time import Leave, Service, Study

__all__ = ["Discipline", "Kept", "KeptQuerySet", "Leave", "PendingMatter", "Rating", "Service", "Study"]
