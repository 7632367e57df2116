"""Addresses below /doi-chieu/."""

from django.urls import path

from thidua.work.eligibility.views import slots, verdicts

app_name = "eligibility"
urlpatterns = [
    path("chon/", slots.ask, name="ask"),
    path("nguoi/<int:person>/", verdicts.person, name="person"),
    path("nguoi/<int:person>/ky-luat/", verdicts.person_discipline, name="person_discipline"),
    path("don-vi/<int:unit>/", verdicts.unit, name="unit"),
    path("don-vi/<int:unit>/ky-luat/", verdicts.unit_discipline, name="unit_discipline"),
    path("ho/<int:household>/", verdicts.household, name="household"),
    path("cua-nguoi/<int:person>/", slots.of_person, name="of_person"),
    path("cua-don-vi/<int:unit>/", slots.of_unit, name="of_unit"),
]
