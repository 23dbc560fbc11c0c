"""Fetching as a guest should: by the site's rules, one request at a time, and never for what is there already."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from onrecord.sources.fetching.answers import Answer, Failed, NeedsAPerson, Refused
from onrecord.sources.fetching.kept import part_of
from onrecord.sources.fetching.receiving import Again, Wanted, conditions, receive, start_over, unchanged
from onrecord.sources.fetching.robots import LARGEST, ROBOT, Allows, Robots, robots
from onrecord.sources.fetching.waiting import LONGEST_WAIT, Clock, Turns, asked_to_wait, back_off
from onrecord.vocabulary.errors import NotInVocabulary

INTERVAL = 5.0
"""The least seconds between the end of one request to a host and the next."""

TRIES = 5
"""How often one document is asked for before it is given up."""

SECONDS = 3_600.0
"""How long one document may take to come in, in one try."""

TIMEOUT = httpx.Timeout(60.0, connect=20.0)
"""How long to wait for a site to answer at all, and between two blocks of an answer."""

MOST_REDIRECTS = 5
"""How often one request may be sent on to another address."""

_CONTACT = re.compile(r"[!-'*-~]{1,100}(?:@|://)[!-'*-~]{1,100}")
_FOR_PERSONS = {
    202: "the site answers programs with nothing (202)",
    401: "the site asks for a login (401)",
    403: "the site turns programs away (403)",
    405: "the site turns programs away (405)",
    407: "a proxy asks for a login (407)",
}
_PASSING = {408, 425, 429, 500, 502, 503, 504}
_ELSEWHERE = {301, 302, 303, 307, 308}


def named(contact: str) -> str:
    """Return the name under which we ask: what this is, and how to reach whoever runs it."""
    if not _CONTACT.fullmatch(contact):
        raise NotInVocabulary("contact", contact, "an e-mail address or the address of a page")
    return f"{ROBOT}/{version(ROBOT)} (+{contact})"


class Fetcher:
    """Fetches documents one at a time; keeps each site's rules and when it was last asked."""

    def __init__(
        self, contact: str, client: httpx.Client | None = None, clock: Clock | None = None, interval: float = INTERVAL
    ) -> None:
        """Take who runs this, by e-mail address or page: the sites are told."""
        self._headers = {"User-Agent": named(contact), "Accept-Encoding": "identity"}
        self._client = client or httpx.Client(timeout=TIMEOUT)
        self._clock = clock or Clock()
        self._interval = interval
        self._turns = Turns(self._clock)
        self._robots: dict[str, Robots] = {}

    def fetch(self, wanted: Wanted) -> Answer:
        """Return what came of asking for a document, with as many tries as it may take."""
        again = Again("")
        for tries in range(1, TRIES + 1):
            answer = self._tried(wanted)
            if not isinstance(answer, Again):
                return answer
            again = answer
            wait = back_off(tries) if again.wait is None else again.wait
            if wait > LONGEST_WAIT:
                return _failed(wanted, f"{again.why}; it asks to be left for {wait:,.0f} seconds", tries)
            if tries < TRIES:
                self._clock.wait(wait)
        return _failed(wanted, again.why, TRIES)

    def _tried(self, wanted: Wanted) -> Answer | Again:
        try:
            return self._followed(wanted)
        except (httpx.RequestError, httpx.InvalidURL, httpx.CookieConflict) as error:
            return Again(f"the line was dropped ({type(error).__name__}: {error})")
        except OSError as error:
            return _failed(wanted, f"it could not be written ({error})", 1)

    def _followed(self, wanted: Wanted) -> Answer | Again:
        """Ask at an address, and where the site sends us on, at the next; each site's own rules hold."""
        url, been = wanted.url, set[str]()
        while len(been) <= MOST_REDIRECTS:
            if url in been:
                return _failed(wanted, "the site sends us on in a circle", 1)
            been.add(url)
            answer = self._at(wanted, url)
            if not isinstance(answer, str):
                return answer
            if url.startswith("https:") and answer.startswith("http:"):
                return Refused(url, "an address no less safe than this one", f"a way on to {answer}")
            url = answer
        return _failed(wanted, f"the site sends us on more than {MOST_REDIRECTS} times", 1)

    def _at(self, wanted: Wanted, url: str) -> Answer | Again | str:
        """Ask at one address; return the answer, or the address to go on to."""
        parts = _parts(url)
        if parts is None:
            return Refused(wanted.url, "an address of the web", url)
        if "pagenotfound" in parts.path.lower():
            return Refused(wanted.url, wanted.form.value, "a page saying that there is no such page")
        with self._turns.lock(parts.netloc):
            rules = self._rules(f"{parts.scheme}://{parts.netloc}")
            if rules.allows is Allows.UNKNOWN:
                return Again("the site's rules for programs (robots.txt) could not be read")
            if not rules.may_fetch(url):
                return NeedsAPerson(url, "the site's rules (robots.txt) ask programs not to fetch this")
            if rules.delay > LONGEST_WAIT:
                return NeedsAPerson(url, f"the site's rules ask programs to wait {rules.delay:,.0f} seconds each time")
            return self._asked(wanted, url, max(self._interval, rules.delay))

    def _asked(self, wanted: Wanted, url: str, interval: float) -> Answer | Again | str:
        host = urlsplit(url).netloc
        self._turns.come(host, interval)
        try:
            with self._client.stream(
                "GET", url, headers=self._headers | conditions(wanted), follow_redirects=False
            ) as response:
                return self._judged(wanted, response)
        finally:
            self._turns.done(host)

    def _judged(self, wanted: Wanted, response: httpx.Response) -> Answer | Again | str:
        """Return what an answer comes to, by its status: every one is named."""
        status = response.status_code
        if status in (200, 206, 304, 416):
            return self._of_the_file(wanted, response)
        if status in _ELSEWHERE and "location" in response.headers:
            return _onward(response)
        if status in _FOR_PERSONS:
            return NeedsAPerson(str(response.url), _FOR_PERSONS[status])
        if status in _PASSING:
            return Again(f"the site answers {status}", asked_to_wait(response.headers, self._clock.now()))
        return _failed(wanted, f"the site answers {status} {response.reason_phrase}".rstrip(), 1)

    def _of_the_file(self, wanted: Wanted, response: httpx.Response) -> Answer | Again:
        if response.status_code == 304:
            return unchanged(wanted)
        if response.status_code == 416:
            return start_over(wanted, "the site has no such part of the file")
        return receive(wanted, response, self._late())

    def _late(self) -> Iterator[bool]:
        until = self._clock.passed() + SECONDS
        while True:
            yield self._clock.passed() > until

    def _rules(self, site: str) -> Robots:
        """Return a site's rules, asked for once; whoever calls holds the lock of the host."""
        if site not in self._robots:
            read = self._read_rules(site)
            if read.allows is Allows.UNKNOWN:
                return read
            self._robots[site] = read
        return self._robots[site]

    def _read_rules(self, site: str) -> Robots:
        host = urlsplit(site).netloc
        self._turns.come(host, self._interval)
        read = b""
        try:
            with self._client.stream(
                "GET", f"{site}/robots.txt", headers=self._headers, follow_redirects=True
            ) as response:
                for block in response.iter_bytes():
                    read += block
                    if len(read) > LARGEST:
                        break
                return robots(response.status_code, read[:LARGEST].decode("utf-8-sig", "replace"))
        except httpx.TooManyRedirects:
            return robots(404, "")
        finally:
            self._turns.done(host)


def _onward(response: httpx.Response) -> Refused | str:
    """Return the address that an answer sends us on to."""
    url, way = str(response.url), response.headers["location"]
    try:
        return urljoin(url, way)
    except ValueError:
        return Refused(url, "an address of the web", way)


def _parts(url: str) -> SplitResult | None:
    """Return the parts of an address of the web; None where it is none."""
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return parts if has_host and parts.scheme in ("http", "https") else None


def _failed(wanted: Wanted, why: str, tries: int) -> Failed:
    part = part_of(wanted.path)
    return Failed(wanted.url, why, tries, part.stat().st_size if part.exists() else 0)
