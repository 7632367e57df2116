"""Addresses of the law book, below /luat/."""

from django.urls import path

from thidua.records.catalogue.views import entries, handbook

app_name = "catalogue"
urlpatterns = [
    path("", handbook.show, name="list"),
    path("thay-doi/", handbook.changes, name="changes"),
    path("can-doi-chieu/", handbook.drafts, name="drafts"),
    path("phan/<str:shelf>/", handbook.shelf, name="shelf"),
    path("muc/<str:entry>/", entries.show, name="entry"),
    path("muc/<str:entry>/doi-chieu/", entries.verify, name="verify"),
    path("cua-co-quan/", entries.own, name="own"),
    path("cua-co-quan/ghi/", entries.state, name="state"),
    path("cua-co-quan/<int:pk>/thu-hoi/", entries.withdraw, name="withdraw"),
    path("<str:code>/", handbook.kind, name="kind"),
]
