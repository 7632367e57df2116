"""A stored file as an answer. The app's view calls this after its own `visible_to`; nothing here knows who may."""

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response

from thidua.kit.files import services
from thidua.kit.files.models import FileVersion

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "tif": "image/tiff",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_SHOWN = {"pdf", "png", "jpg"}
_ALONE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
_CACHE = "private, no-cache"  # kept by the browser, asked for again each time: the right may have ended


def respond(
    version: FileVersion, inline: bool = False, *, request: HttpRequest | None = None
) -> HttpResponseBase:
    """Stream one version for download; `inline` shows a PDF or a picture in the browser, everything else is still downloaded.

    With `request`, a browser that holds these bytes already is answered 304. FileNotFoundError is a fault of the store.
    """
    etag = f'"{version.sha256}"'
    held = get_conditional_response(request, etag=etag) if request else None
    if held is not None:
        held["ETag"], held["Cache-Control"] = etag, _CACHE
        return held
    shown = inline and version.kind in _SHOWN
    response = FileResponse(
        services.open(version),
        as_attachment=not shown,
        filename=version.name,
        content_type=TYPES.get(version.kind, "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _ALONE
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["ETag"], response["Cache-Control"] = etag, _CACHE
    return response
