"""Addresses of the number books, below /so-cap-bang/."""

from django.urls import path

from thidua.records.certificates.views import books, certificates, giving, listing

app_name = "certificates"
urlpatterns = [
    path("", listing.show, name="list"),
    path("excel/", listing.excel, name="excel"),
    path("so/", books.show_all, name="books"),
    path("so/mo/", books.start, name="open_book"),
    path("so/<int:book>/", books.show, name="book"),
    path("so/<int:book>/excel/", books.excel, name="book_excel"),
    path("so/<int:book>/sua/", books.correct, name="correct_book"),
    path("so/<int:book>/phoi-hong/", books.spoil_blank, name="spoil_blank"),
    path("theo-quyet-dinh/<int:document>/", giving.of_document, name="of_document"),
    path("theo-quyet-dinh/<int:document>/cap/", giving.give_all, name="give_all"),
    path("khen-thuong/<int:award>/", giving.of_award, name="of_award"),
    path("khen-thuong/<int:award>/cap/", giving.give, name="give"),
    path("<int:pk>/", certificates.show, name="certificate"),
    path("<int:pk>/hong/", certificates.spoil, name="spoil"),
    path("<int:pk>/huy/", certificates.cancel, name="cancel"),
    path("<int:pk>/cap-lai/", certificates.reissue, name="reissue"),
    path("<int:pk>/thu-hoi/", certificates.recall, name="recall"),
]
