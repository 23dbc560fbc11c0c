"""The latest release at an address that stays: its page, its tables in each format, its description, and all in one."""

from functools import lru_cache

from fastapi import APIRouter, Request, Response
from starlette.responses import FileResponse

from onrecord.publish.as_json import as_json
from onrecord.publish.export.data_package import data_package
from onrecord.publish.export.downloads import ARCHIVE, Download, Downloads
from onrecord.publish.export.files import TABLE_FORMATS, Format
from onrecord.publish.export.manifest import issue_of
from onrecord.publish.export.tables import exported_tables
from onrecord.publish.languages.language import Language, speaking
from onrecord.publish.views.latest import PATH, LatestRelease, latest_release
from onrecord.publish.views.lists import source_lines
from onrecord.publish.web.answers import Opened, page, tagged
from onrecord.record.store import Record

router = APIRouter()

_downloads = lru_cache(maxsize=4)(Downloads)


@page(router, PATH, "latest.html")
def latest(record: Opened) -> LatestRelease:
    """The release of the running record."""
    return latest_release(record)


@router.api_route(f"{PATH}/datapackage.json", methods=["GET", "HEAD"])
def package(request: Request, record: Opened) -> Response:
    """The description of the tables beside it, as a Frictionless data package."""
    with speaking(Language.EN):
        found = data_package(issue_of(record), exported_tables(record), source_lines(record), Format.CSV, None)
    return tagged(request, as_json(found), "application/json; charset=utf-8")


@router.api_route(f"{PATH}/{ARCHIVE}", methods=["GET", "HEAD"])
def archive(request: Request, record: Opened) -> Response:
    """The whole release as CSV, in one ZIP file."""
    return _sent(request, _of(record).archive(), "application/zip")


def _serve(form: Format) -> None:
    """Answer with any table in one format."""

    def table(request: Request, record: Opened, name: str) -> Response:
        return _sent(request, _of(record).table(name, form), form.media_type)

    router.add_api_route(f"{PATH}/{{name}}.{form.value}", table, methods=["GET", "HEAD"], response_model=None)


for _form in TABLE_FORMATS:
    _serve(_form)


def _of(record: Record) -> Downloads:
    with speaking(Language.EN):
        return _downloads(record)


def _sent(request: Request, file: Download, kind: str) -> Response:
    """Return a file under its hash, with gzip where the reader takes it; or only word that it is unchanged."""
    zipped = file.zipped if "gzip" in request.headers.get("accept-encoding", "") else None
    headers = {
        "ETag": f'"{file.sha256[:40]}{"-gzip" if zipped else ""}"',
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding",
        # Said in any case, so that what is already small, or small beforehand, is not packed again on its way.
        "Content-Encoding": "gzip" if zipped else "identity",
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return FileResponse(zipped or file.path, headers=headers, media_type=kind, filename=file.path.name)
