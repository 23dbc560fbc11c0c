"""The guide: the documents of docs/ on the site, with their pictures."""

from fastapi import APIRouter, Request, Response

from onrecord.publish.views.guide import METHODS, Guide, GuidePage, docs_folder, guide, guide_page
from onrecord.publish.web.answers import page, tagged
from onrecord.vocabulary.errors import NotInVocabulary

router = APIRouter()


@page(router, "/guide", "guide.html")
def documents() -> Guide:
    """All documents of the guide."""
    return guide()


@router.api_route("/guide/images/{name}.png", methods=["GET", "HEAD"])
def picture(request: Request, name: str) -> Response:
    """A picture of a document."""
    known = {path.stem: path for path in (docs_folder() / "images").glob("*.png")}
    if name not in known:
        raise NotInVocabulary("picture of the guide", name, "a picture of the guide", tuple(sorted(known)))
    return tagged(request, known[name].read_bytes(), "image/png")


@page(router, "/guide/methods/{name}", "guide_page.html")
def method(name: str) -> GuidePage:
    """The document on one method."""
    return guide_page(f"{METHODS}/{name}")


@page(router, "/guide/{name}", "guide_page.html")
def document(name: str) -> GuidePage:
    """One document of the guide."""
    return guide_page(name)
