"""Addresses of reports, mounted at /bao-cao/."""

from django.urls import path

from thidua.outlook.reports.views import blocks, comparing, listing, moving, outlining, report

app_name = "reports"
urlpatterns = [
    path("", listing.show, name="list"),
    path("lap/", listing.start, name="start"),
    path("de-cuong/", outlining.show_all, name="outlines"),
    path("de-cuong/dan/", outlining.paste, name="paste"),
    path("de-cuong/<int:pk>/", outlining.show, name="outline"),
    path("de-cuong/<int:pk>/thoi-dung/", outlining.hide, name="hide_outline"),
    path("<int:pk>/", report.show, name="report"),
    path("<int:pk>/con-thieu/", report.gap_count, name="gap_count"),
    path("<int:pk>/lich-su/", report.history, name="history"),
    path("<int:pk>/sua/", listing.correct, name="correct"),
    path("<int:pk>/so-sanh/", comparing.side_by_side, name="compare"),
    path("<int:pk>/thay-doi/", comparing.changes, name="changes"),
    path("<int:pk>/chot/", moving.freeze, name="freeze"),
    path("<int:pk>/bo-chot/", moving.thaw, name="thaw"),
    path("<int:pk>/buoc/<slug:name>/", moving.step, name="step"),
    path("<int:pk>/phat-hanh/", moving.issue, name="issue"),
    path("<int:pk>/tai/<slug:kind>/", moving.download, name="download"),
    path("<int:pk>/khoi/<str:block>/viet/", blocks.write, name="write"),
    path("<int:pk>/khoi/<str:block>/khong-viet/", blocks.skip, name="skip"),
    path("<int:pk>/khoi/<str:block>/ky-truoc/", blocks.earlier_words, name="earlier_words"),
    path("<int:pk>/khoi/<str:block>/bo-ban-ghi/", blocks.leave_out, name="leave_out"),
    path("<int:pk>/khoi/<str:block>/lay-lai/", blocks.take_back, name="take_back"),
    path("<int:pk>/khoi/<str:block>/giao-viec/", blocks.ask, name="ask"),
    path("<int:pk>/khoi/<str:block>/nhap/", blocks.figure, name="figure"),
    path("<int:pk>/khoi/<str:block>/khong-phat-sinh/", blocks.nil, name="nil"),
    path("<int:pk>/khoi/<str:block>/thu-hoi/<int:statement>/", blocks.withdraw_nil, name="withdraw_nil"),
]
