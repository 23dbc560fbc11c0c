"""A page of the site as another part of it reads it: asked of the site itself, without a network."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser
from starlette.types import ASGIApp

from onrecord.publish.languages.language import Language, speaking
from onrecord.vocabulary.errors import NotInVocabulary

LONGEST = 8000
"""The longest address that is asked, in characters."""

_ASKING = frozenset({"cite", "embed", "oembed"})
"""The first part of the addresses that ask for other pages."""

_HOST = "http://onrecord.invalid"
"""The name under which the site is asked by itself; no request with it leaves the process."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the site answers at an address, and the address it answers under, which may be another."""

    address: str
    status: int
    kind: str
    text: str


async def ask(app: ASGIApp, address: str) -> Answered:
    """Return what the site answers at one of its own addresses; NotInVocabulary if it is none of them."""
    import httpx  # noqa: PLC0415  (slow to import, and most pages ask no other)

    _check_own(address)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    with speaking(Language.EN):  # the address says which language it is in, not the page that asks for it
        async with httpx.AsyncClient(transport=transport, base_url=_HOST, follow_redirects=True) as client:
            found = await client.get(address.partition("#")[0])
    kind = found.headers.get("content-type", "").split(";")[0]
    own = str(found.url).removeprefix(_HOST)
    return Answered(own, found.status_code, kind, found.text)


def title_of(html: LexborHTMLParser) -> str:
    """Return the title of one of the site's pages, without the site's name."""
    node = html.css_first("title")
    return node.text(strip=True).removesuffix(" – onrecord") if node else "onrecord"


def _check_own(address: str) -> None:
    """Raise NotInVocabulary unless an address can be one of the site's; those that ask for others are not asked."""
    own = len(address) <= LONGEST and address.startswith("/") and not address.startswith("//") and address.isprintable()
    if not own or _ASKING & set(urlsplit(address).path.split("/")[1:3]):
        raise NotInVocabulary(
            "address", address[:200], "the address of a page of this site, such as /states/kazakhstan"
        )


def twin_of(address: str) -> str:
    """Return the address of a page's JSON twin: /states/kazakhstan?as-of=… is /states/kazakhstan.json?as-of=…."""
    path, mark, query = address.partition("#")[0].partition("?")
    twin = "/index.json" if path in {"", "/"} else path if path.endswith(".json") else f"{path.rstrip('/')}.json"
    return f"{twin}{mark}{query}"


async def data_of(app: ASGIApp, address: str) -> tuple[str, Any]:
    """Return the address and the data of a page's JSON twin; NotInVocabulary, in the site's words, if it has none."""
    _check_own(address)
    found = await ask(app, twin_of(address))
    if found.kind != "application/json":
        raise NotInVocabulary("address", address, "the address of a page that has a JSON twin")
    data = json.loads(found.text)
    if found.status != 200:
        raise _problem(address, data)
    return found.address, data


def _problem(address: str, data: dict[str, Any]) -> NotInVocabulary:
    if data.get("error") == "no such page":
        return NotInVocabulary("address", address, "the address of a page of this site")
    noun, found = str(data.get("noun", "address")), str(data.get("found", address))
    return NotInVocabulary(noun, found, str(data.get("expected", "")), tuple(data.get("suggestions", ())))
