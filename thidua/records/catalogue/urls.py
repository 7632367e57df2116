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
    path("<str:code>/", handbook.kind, name="kind"),
]
