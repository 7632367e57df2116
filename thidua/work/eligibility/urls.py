"""Addresses below /doi-chieu/."""

from django.urls import path

from thidua.work.eligibility.views import impact, screened, screenings, slots, verdicts, weighing

app_name = "eligibility"
urlpatterns = [
    path("chon/", slots.ask, name="ask"),
    path("anh-huong/", impact.show, name="impact"),
    path("nguoi/<int:person>/", verdicts.person, name="person"),
    path("nguoi/<int:person>/ky-luat/", verdicts.person_discipline, name="person_discipline"),
    path("don-vi/<int:unit>/", verdicts.unit, name="unit"),
    path("don-vi/<int:unit>/ky-luat/", verdicts.unit_discipline, name="unit_discipline"),
    path("ho/<int:household>/", verdicts.household, name="household"),
    path("cua-nguoi/<int:person>/", slots.of_person, name="of_person"),
    path("cua-don-vi/<int:unit>/", slots.of_unit, name="of_unit"),
    path("sang-loc/", screenings.index, name="screenings"),
    path("sang-loc/moi/", screenings.start, name="screen"),
    path("sang-loc/<int:pk>/", screened.show, name="screening"),
    path("sang-loc/<int:pk>/excel/", screened.excel, name="screening_excel"),
    path("sang-loc/<int:pk>/ty-le/", weighing.share, name="screening_share"),
    path("sang-loc/<int:pk>/thay-doi/", weighing.changed, name="screening_changed"),
    path("sang-loc/<int:pk>/tien-do/", screenings.progress, name="screening_progress"),
    path("sang-loc/<int:pk>/lai/", screenings.again, name="screening_again"),
    path("sang-loc/<int:pk>/tiep/", screenings.go_on, name="screening_go_on"),
    path("sang-loc/<int:pk>/xoa/", screenings.delete, name="screening_delete"),
]
