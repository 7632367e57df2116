"""Addresses of the register of initiatives, below /sang-kien/."""

from django.urls import path

from thidua.work.initiatives.views import covering, entering, listing, recognising, showing

app_name = "initiatives"
urlpatterns = [
    path("", listing.show, name="list"),
    path("excel/", listing.excel, name="excel"),
    path("ghi/", entering.enter, name="enter"),
    path("ghi-du/", covering.show, name="coverage"),
    path("ghi-du/<int:statement>/thu-hoi/", covering.withdraw, name="withdraw_coverage"),
    path("cua-nguoi/<int:person>/", showing.of_person, name="of_person"),
    path("cong-nhan/<int:pk>/sua/", recognising.correct, name="recognition_correct"),
    path("cong-nhan/<int:pk>/bo/", recognising.strike, name="recognition_strike"),
    path("cong-nhan/<int:pk>/huy-bo/", recognising.revoke, name="recognition_revoke"),
    path("<int:pk>/", showing.show, name="initiative"),
    path("<int:pk>/gan-giong/", showing.alike, name="alike"),
    path("<int:pk>/sua/", entering.correct, name="correct"),
    path("<int:pk>/bo/", entering.strike, name="strike"),
    path("<int:pk>/cong-nhan/", recognising.add, name="recognise"),
]
