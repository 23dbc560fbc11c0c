"""The page that says how programs ask the record."""

from fastapi import APIRouter

from onrecord.publish.api.guide import Guide, guide
from onrecord.publish.web.answers import page

router = APIRouter()


@page(router, "/api", "api.html")
def api() -> Guide:
    """Every address of the API, with examples."""
    return guide()
