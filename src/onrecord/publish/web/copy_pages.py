"""The pages that only a copy of the site has: what needs the running program, and that there is no such page."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from onrecord.publish.web.answers import rendered

router = APIRouter()


@dataclass(frozen=True, slots=True)
class CopyPage:
    """A page about the copy itself; it shows nothing of the record."""

    page: str


@router.get("/live")
def live(request: Request) -> Response:
    """What needs the running program, and how to run it."""
    return rendered(request, "live.html", CopyPage("/live"))


@router.get("/404")
def not_found(request: Request) -> Response:
    """What a host shows where a copy has no page."""
    return rendered(request, "not_found.html", CopyPage("/404"))
