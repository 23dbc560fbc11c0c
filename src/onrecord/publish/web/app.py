"""Puts the pages together: the record they read, their addresses, their errors and their headers."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from onrecord.publish.web import (
    browse_pages,
    chart_pages,
    check_pages,
    compare_pages,
    elections_pages,
    errors,
    home_pages,
    joint_statement_pages,
    pledges_pages,
    scorecards_pages,
    self_report_pages,
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
from onrecord.publish.web.static_files import static_files
from onrecord.record.store import Record

_PAGES = (
    home_pages,
    browse_pages,
    chart_pages,
    check_pages,
    compare_pages,
    state_pages,
    vote_pages,
    elections_pages,
    scorecards_pages,
    treaties_pages,
    pledges_pages,
    upr_pages,
    visits_pages,
    standing_pages,
    joint_statement_pages,
    special_session_pages,
    sponsorship_pages,
    self_report_pages,
)


def create_app(record: Record | None = None) -> FastAPI:
    """Return the site over a record, the one that ships where none is given. It makes no outside requests."""
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = Site(record or Record().load())
    for pages in _PAGES:
        app.include_router(pages.router)
    app.mount("/static", static_files(), name="static")
    errors.add_to(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(PlainHeaders)
    app.add_middleware(LanguageOfAddress)
    return app
