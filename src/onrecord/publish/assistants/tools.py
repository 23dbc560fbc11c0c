"""The tools: what an assistant is shown of each is its name, its parameters and its first line."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from mcp.types import CallToolResult, TextContent
from pydantic import Field

from onrecord.publish.as_json import plain
from onrecord.publish.assistants import answers
from onrecord.publish.assistants import words as in_text
from onrecord.publish.assistants.checks import LONGEST_TEXT, checked
from onrecord.publish.assistants.lookups import VOTES_AT_MOST, cited, found, votes
from onrecord.publish.assistants.opened import Opened
from onrecord.publish.assistants.page_data import cut_to_size
from onrecord.publish.assistants.profiles import compared, profile, profile_of_year
from onrecord.publish.views.votes import Filters

if TYPE_CHECKING:
    from fastapi import FastAPI


def _asked(description: str, most: int = 200) -> Any:
    return Field(max_length=most, description=description)


State = Annotated[str, _asked("A state by name in any UN language, or ISO code.")]
AsOf = Annotated[str, _asked("YYYY-MM-DD: only what was known on that day. Empty: the whole record.", 10)]
Year = Annotated[int | None, Field(ge=1946, le=2100, description="One calendar year; all years if not given.")]
Start = Annotated[int, Field(ge=0, le=1_000_000, description="Where the list begins, for what was cut before.")]
Limit = Annotated[int, Field(ge=1, le=VOTES_AT_MOST, description="How many votes.")]


class Tools:
    """The tools over one record."""

    def __init__(self, opened: Opened) -> None:
        """Take the record that the tools ask."""
        self._opened = opened
        self._site: FastAPI | None = None

    def all(self) -> tuple[Callable[..., Any], ...]:
        """Return every tool, the one to begin with first."""
        return (self.find, self.profile, self.compare, self.votes, self.check, self.cite, self.page)

    def find(
        self,
        words: Annotated[str, _asked("A name, symbol, treaty, year, or words of a title.", 300)],
        as_of: AsOf = "",
    ) -> Annotated[CallToolResult, answers.Found]:
        """Find states, situations, sessions, elections, treaties, joint statements, texts and pages for words."""
        return _answer(found(self._opened.on(as_of), words), in_text.found)

    def profile(self, state: State, year: Year = None, as_of: AsOf = "") -> Annotated[CallToolResult, answers.Profile]:
        """Give a state's record in short: terms, votes on country situations, pledges, treaties, reviews; or a year."""
        on = self._opened.on(as_of)
        one = profile(on, state) if year is None else profile_of_year(on, state, year)
        return _answer(one, in_text.profile)

    def compare(
        self, a: State, b: State, year: Year = None, as_of: AsOf = ""
    ) -> Annotated[CallToolResult, answers.Compared]:
        """Compare two states: agreement in the votes both could take part in, support, treaties."""
        return _answer(compared(self._opened.on(as_of), a, b, year), in_text.compared)

    def votes(  # noqa: PLR0913, PLR0917 - one parameter for each filter
        self,
        state: Annotated[str, _asked("Only votes that this state could take part in, with its position.")] = "",
        year: Year = None,
        situation: Annotated[str, _asked("Country situation: syria, SYR, palestine.")] = "",
        session: Annotated[str, _asked("25 for a regular session, S-21 for a special one.", 20)] = "",
        item: Annotated[str, _asked("Agenda item, 1 to 10.", 2)] = "",
        kind: Annotated[str, _asked("resolution, decision, draft, amendment or motion.", 20)] = "",
        position: Annotated[str, _asked("yes, no, abstain or absent; with a state.", 20)] = "",
        title: Annotated[str, _asked("Words of the title, as they follow one another.")] = "",
        body: Annotated[str, _asked("HRC, or GA for the General Assembly.", 5)] = "HRC",
        start: Start = 0,
        limit: Limit = 8,
        as_of: AsOf = "",
    ) -> Annotated[CallToolResult, answers.Votes]:
        """List recorded votes, the latest first, with a state's position where a state is given."""
        filters = Filters(
            state=state or None,
            year=year,
            situation=situation or None,
            session=session or None,
            item=item or None,
            kind=kind or None,
            position=position or None,
            words=title or None,
            body=body,
        )
        return _answer(votes(self._opened.on(as_of), filters, start, limit), in_text.votes)

    def check(
        self,
        text: Annotated[str, _asked("A sentence, a letter, a news story.", LONGEST_TEXT)],
        about: Annotated[str, _asked("The state that the text is about, if it is about one.")] = "",
        dated: Annotated[str, _asked("Day of the text: 2014, 2015-03, 2015-03-24.", 10)] = "",
        as_of: AsOf = "",
    ) -> Annotated[CallToolResult, answers.Checked]:
        """Check a text: each claim's verdict, the reason, the rows it rests on. The record decides, no model."""
        return _answer(checked(self._opened.on(as_of), text, about, dated), in_text.checked)

    def cite(
        self,
        id: Annotated[str, _asked("25/24 (a vote), 25/24/KAZ (a position), c001 (a correction), s0142 (a source).")],
        form: Annotated[str, _asked("text, chicago, bibtex or ris.", 20)] = "text",
        as_of: AsOf = "",
    ) -> Annotated[CallToolResult, answers.Cited]:
        """Give the words to cite one thing by: UN document, place in it, source, permanent address."""
        return _answer(cited(self._opened.on(as_of), id, form), in_text.cited)

    async def page(
        self,
        address: Annotated[str, _asked("As in an answer: /states/kazakhstan/2014.", 2000)],
        part: Annotated[str, _asked("A part of the data by name or row: treaties, treaties/0.", 300)] = "",
        start: Start = 0,
        as_of: AsOf = "",
    ) -> Annotated[CallToolResult, answers.PageData]:
        """Give the data of any page by its address, cut to size: lists say how to ask for the rest."""
        from onrecord.publish.web.own_pages import data_of  # noqa: PLC0415  (most questions need no site)

        on = self._opened.on(as_of)
        own = address.strip().removeprefix(on.site)
        _, data = await data_of(self._pages(), on.address(own).removeprefix(on.site))
        return _answer(cut_to_size(on.address(own), data, part, start, on.note), in_text.page)

    def _pages(self) -> "FastAPI":
        """Return the site over the record, made when first asked for."""
        from onrecord.publish.web.app import create_app  # noqa: PLC0415

        if self._site is None:
            self._site = create_app(self._opened.record)
        return self._site


def _answer(one: Any, in_words: Callable[[Any], str]) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=in_words(one))], structured_content=plain(one))
