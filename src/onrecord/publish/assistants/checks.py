"""The tool that checks a text: each claim with its verdict, the reason, and the rows it rests on."""

from collections.abc import Sequence

from onrecord.publish.assistants.answers import Checked, Claim, Cut, Proof
from onrecord.publish.assistants.opened import Opened
from onrecord.publish.check_asked import Asked
from onrecord.publish.sentences import day
from onrecord.publish.views.check import CheckRecord, ClaimLine, EvidenceLine, check, check_record

LONGEST_TEXT = 20_000
"""The longest text an assistant may send, in characters; the site and the command line take longer ones."""

SECONDS = 20.0
"""How long a text is checked at most; sentences not reached by then are named in a note."""

CLAIMS_AT_MOST = 6
"""The most claims one answer gives; send the rest of the text for the rest."""

PROOFS_AT_MOST = 2
"""The most rows of evidence for one claim."""


def checked(opened: Opened, text: str, about: str, dated: str) -> Checked:
    """Return what the record says to each claim of a text; NotInVocabulary for a state or a day that is none."""
    asked = Asked(text, about.strip(), dated.strip())
    view = check_record(opened.record, check(opened.record, opened.checker, asked, seconds=SECONDS), asked)
    shown = view.claims[:CLAIMS_AT_MOST]
    return Checked(
        summary=view.summary,
        read_as=_read_as(view),
        claims=tuple(_claim(opened, one) for one in shown),
        without_claim=view.without_claim,
        notes=view.notes[:3],
        cut=(_cut(opened, view, len(shown)),) if len(view.claims) > len(shown) else (),
        record=opened.note,
    )


def _cut(opened: Opened, view: CheckRecord, shown: int) -> Cut:
    return Cut("claims", shown, len(view.claims), f"{opened.address('/check')} with the same text, or send it in parts")


def _read_as(view: CheckRecord) -> str:
    about = f"about {view.about.name} ({view.about_from})" if view.about else "about no one state"
    dated = f"as of {day(view.as_of)} ({view.as_of_from})" if view.as_of else "as of the whole record"
    return f"{about}; {dated}"


def _claim(opened: Opened, one: ClaimLine) -> Claim:
    return Claim(
        sentence=_short(one.text, 240),
        understood=_short(one.understood, 240),
        verdict=one.word,
        says=_short(one.says, 400),
        scope=_short(one.scope, 200),
        n=one.n,
        evidence=_proofs(opened, one.evidence),
        counter_examples=_proofs(opened, one.counter_examples),
    )


def _proofs(opened: Opened, rows: Sequence[EvidenceLine]) -> tuple[Proof, ...]:
    return tuple(
        Proof(_short(row.says, 200), _short(row.cite, 160), row.url or (opened.address(row.page) if row.page else None))
        for row in rows[:PROOFS_AT_MOST]
    )


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
