"""Which language an address asks for: /fr/states/kazakhstan is /states/kazakhstan in French."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.publish.languages.language import Language, speaking

_LANGUAGES = {language.value: language for language in Language if language.prefix}


class LanguageOfAddress:
    """Takes the language off the front of an address and has the rest answered in it."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on in its language; a redirection stays within it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        first, _, rest = scope["path"].removeprefix("/").partition("/")
        language = _LANGUAGES.get(first)
        if language is None:
            await self.app(scope, receive, send)
            return

        async def in_language(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Language"] = language.value
                if headers.get("location", "").startswith("/"):
                    headers["location"] = f"{language.prefix}{headers['location']}"
            await send(message)

        path = f"/{rest}"
        with speaking(language):
            await self.app({**scope, "path": path, "raw_path": path.encode()}, receive, in_language)
