"""Addresses of the law book, below /luat/."""

from django.urls import path

from thidua.records.catalogue.views import entries, handbook, procedures, stating, verifying

app_name = "catalogue"
urlpatterns = [
    path("", handbook.show, name="list"),
    path("thay-doi/", handbook.changes, name="changes"),
    path("can-doi-chieu/", handbook.drafts, name="drafts"),
    path("phan/<str:shelf>/", handbook.shelf, name="shelf"),
    path("muc/<str:entry>/", entries.show, name="entry"),
    path("muc/<str:entry>/doi-chieu/", verifying.verify, name="verify"),
    path("muc/<str:entry>/doi-chieu/van-ban/", verifying.bring, name="bring"),
    path("thu-tuc/", procedures.show, name="procedures"),
    path("thu-tuc/<str:entry>/", procedures.one, name="procedure"),
    path("cua-co-quan/", stating.own, name="own"),
    path("cua-co-quan/ghi/", stating.state, name="state"),
    path("cua-co-quan/danh-muc/", stating.state_award, name="state_award"),
    path("cua-co-quan/<int:pk>/thu-hoi/", stating.withdraw, name="withdraw"),
    path("<str:code>/", handbook.kind, name="kind"),
]
