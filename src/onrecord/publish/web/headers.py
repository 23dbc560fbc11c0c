"""The headers of every answer: nothing from elsewhere, no cookies, no referrer, and no frames but for embeds."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
"""Content security policy: everything from this site, nothing inline."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
EMBEDDED = "/embed/"
"""Where the small pages stand that other sites may show in a frame; no other page may be framed."""

_EMBEDDED_HEADERS = {
    **_HEADERS,
    "Content-Security-Policy": POLICY.replace("frame-ancestors 'self'", "frame-ancestors *"),
    "X-Robots-Tag": "noindex",
}


class PlainHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""
        headers = _EMBEDDED_HEADERS if scope.get("path", "").startswith(EMBEDDED) else _HEADERS

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
