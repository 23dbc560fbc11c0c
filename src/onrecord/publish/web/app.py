"""Puts the pages together: the record they read, their addresses, their errors and their headers."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from onrecord.publish.api.app import mounted
from onrecord.publish.web import (
    agreement_pages,
    api_pages,
    blocs_pages,
    browse_pages,
    chart_pages,
    check_pages,
    cite_pages,
    compare_pages,
    council_pages,
    elections_pages,
    embed_pages,
    errors,
    feed_pages,
    guide_pages,
    home_pages,
    joint_statement_pages,
    latest_pages,
    matrix_pages,
    path_pages,
    pledges_pages,
    report_pages,
    scorecards_pages,
    self_report_pages,
    site_map,
    special_session_pages,
    sponsorship_pages,
    standing_pages,
    state_pages,
    treaties_pages,
    upr_pages,
    visits_pages,
    vote_pages,
)
from onrecord.publish.web.addresses import LanguageOfAddress
from onrecord.publish.web.answers import Site
from onrecord.publish.web.headers import PlainHeaders
from onrecord.publish.web.kept import KEPT_BYTES, KeepAnswers
from onrecord.publish.web.static_files import static_files
from onrecord.record.store import Record

_PAGES = (
    home_pages,
    browse_pages,
    latest_pages,
    chart_pages,
    check_pages,
    cite_pages,
    feed_pages,
    guide_pages,
    api_pages,
    compare_pages,
    council_pages,
    path_pages,
    matrix_pages,
    agreement_pages,
    blocs_pages,
    state_pages,
    vote_pages,
    elections_pages,
    embed_pages,
    scorecards_pages,
    treaties_pages,
    pledges_pages,
    upr_pages,
    visits_pages,
    standing_pages,
    joint_statement_pages,
    special_session_pages,
    site_map,
    sponsorship_pages,
    self_report_pages,
    report_pages,
)


def create_app(record: Record | None = None, kept_bytes: int = KEPT_BYTES) -> FastAPI:
    """Return the site over a record, the one that ships where none is given. It makes no outside requests.

    Finished answers are kept in as many bytes as ``kept_bytes`` says; 0 keeps none.
    """
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = Site(record or Record().load())
    for pages in _PAGES:
        app.include_router(pages.router)
    app.router.routes.append(mounted(app.state))
    app.mount("/static", static_files(), name="static")
    errors.add_to(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(PlainHeaders)
    app.add_middleware(LanguageOfAddress)
    if kept_bytes:
        app.add_middleware(KeepAnswers, room=kept_bytes)
    return app
