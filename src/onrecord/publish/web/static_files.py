"""The site's own files: typefaces, style, two small scripts. Their addresses carry a hash of what they hold."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"
"""Where the files are."""

_A_YEAR = "public, max-age=31536000, immutable"


@cache
def static_address(name: str) -> str:
    """Return the address of a file under static/, with the start of its hash, so that it can be kept for long."""
    return f"/static/{name}?v={sha256((FOLDER / name).read_bytes()).hexdigest()[:12]}"


class LongLived(StaticFiles):
    """Static files that browsers may keep."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file; one asked for under a hash of its content may be kept for a year."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _A_YEAR if scope["query_string"] or path.endswith(".woff2") else "no-cache"
        return response


def static_files() -> LongLived:
    """Return the static files of the site."""
    return LongLived(directory=FOLDER)
