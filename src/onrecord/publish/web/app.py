"""Puts the pages together: the record they read, their addresses, their errors and their headers."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from onrecord.publish.web import browse_pages, errors, home_pages, state_pages, vote_pages
from onrecord.publish.web.answers import Site
from onrecord.publish.web.headers import PlainHeaders
from onrecord.publish.web.static_files import static_files
from onrecord.record.store import Record


def create_app(record: Record | None = None) -> FastAPI:
    """Return the site over a record, the one that ships where none is given. It makes no outside requests."""
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = Site(record or Record().load())
    for pages in (home_pages, browse_pages, state_pages, vote_pages):
        app.include_router(pages.router)
    app.mount("/static", static_files(), name="static")
    errors.add_to(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(PlainHeaders)
    return app
