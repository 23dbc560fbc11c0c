"""An optional language model that proposes what a sentence claims; only a query over the record decides.

Any server that speaks the OpenAI chat-completions protocol will do. It is asked only for sentences that the grammar
did not read, must answer within the schema of the typed claims, and may use no state, number or year that the
sentence does not have. Off unless asked for.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

import httpx
from pydantic import TypeAdapter, ValidationError

from onrecord.claims.context import Context
from onrecord.claims.mentions import Kind, Linked
from onrecord.claims.relations import relations
from onrecord.claims.typed import Claim
from onrecord.vocabulary.errors import ProposerFailed

_TASK = (
    "You read one sentence about states at the United Nations and return what it claims, as JSON of the given schema."
    " States are ISO 3166 alpha-3 codes, dates are ISO 8601. Use nothing that the sentence and its context do not"
    " say. If the sentence claims nothing that fits the schema, return an empty list. You do not judge whether a"
    " claim is true."
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked: the address of the server up to /v1, the model's name, a key if it needs one."""

    url: str
    model: str
    key: str | None = None
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model proposed for a sentence: claims within the schema, and what was left out and why."""

    claims: tuple[Claim, ...]
    left_out: tuple[str, ...]


class Proposer:
    """Asks one model, one sentence at a time."""

    def __init__(self, endpoint: Endpoint, states: frozenset[str], client: httpx.Client | None = None) -> None:
        """Ask at an endpoint; ``states`` are the codes that a claim may name."""
        self.endpoint, self._states = endpoint, states
        self._client = client or httpx.Client(timeout=endpoint.seconds)

    def propose(self, linked: Linked, context: Context) -> Proposal:
        """Return the claims proposed for a sentence; ProposerFailed where no answer within the schema comes."""
        kept, left_out = [], []
        for item in self._answer(linked, context):
            claim, why = self._claim(item, linked, context)
            if claim is None:
                left_out.append(why)
            else:
                kept.append(claim)
        return Proposal(tuple(kept), tuple(left_out))

    def _answer(self, linked: Linked, context: Context) -> Sequence[Any]:
        headers = {"Authorization": f"Bearer {self.endpoint.key}"} if self.endpoint.key else {}
        body = {
            "model": self.endpoint.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": _TASK}, {"role": "user", "content": _question(linked, context)}],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "schema": schema()},
            },
        }
        address = f"{self.endpoint.url.rstrip('/')}/chat/completions"
        try:
            response = self._client.post(address, json=body, headers=headers).raise_for_status()
            return json.loads(response.json()["choices"][0]["message"]["content"])["claims"]
        except httpx.HTTPError as error:
            raise ProposerFailed(f"{address}: expected an answer of the model, found {error}") from error
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise ProposerFailed(f"{address}: expected JSON with a list of claims, found {error!r}") from error

    def _claim(self, item: Any, linked: Linked, context: Context) -> tuple[Claim | None, str]:
        """Return the claim an item gives, or why it gives none."""
        if not isinstance(item, Mapping) or item.get("type") not in _types():
            return None, f"expected one of the types of claims, found {str(item)[:80]}"
        claim_type = _types()[item["type"]]
        given = {name: value for name, value in item.items() if name != "type"}
        strange = set(given) - {f.name for f in fields(claim_type)}
        if strange:
            return None, f"{item['type']}: expected its fields only, found {', '.join(sorted(strange))}"
        try:
            claim = TypeAdapter(claim_type).validate_python(given)
        except ValidationError as error:
            first = error.errors()[0]
            return None, f"{item['type']}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
        foreign = sorted(self._foreign(claim, linked, context))
        if foreign:
            return None, f"{item['type']}: the sentence does not have {', '.join(foreign)}"
        return claim, ""

    def _foreign(self, claim: Claim, linked: Linked, context: Context) -> Iterator[str]:
        """Yield the states, numbers and years of a claim that its sentence and context do not have."""
        named = {code for m in linked.mentions if m.kind is Kind.STATE for code in m.value}
        named |= {m.value[0] for m in linked.mentions if m.kind is Kind.SUBJECT}
        named |= {code for code in (context.about, context.subject) if code}
        written = {int(n) for n in re.findall(r"\d+", linked.text)}
        written |= {m.value for m in linked.mentions if isinstance(m.value, int)}
        written |= {d.year for p in (context.heading, context.period) if p for d in (p.first, p.last) if d}
        for value in _leaves(claim):
            if isinstance(value, date) and value.year not in written:
                yield str(value.year)
            elif isinstance(value, bool) or value is None:
                continue
            elif isinstance(value, int) and value not in written:
                yield str(value)
            elif isinstance(value, str) and value in self._states and value not in named:
                yield value


def _leaves(value: Any) -> Iterator[Any]:
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _leaves(getattr(value, one.name))
    elif isinstance(value, tuple | list | frozenset):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def _question(linked: Linked, context: Context) -> str:
    around = {
        "the text is about": context.about,
        "day of the text": context.as_of and context.as_of.isoformat(),
        "heading": context.heading and context.heading.words,
    }
    known = "; ".join(f"{name}: {value}" for name, value in around.items() if value)
    return f"Context: {known or 'none'}\nSentence: {linked.text}"


@cache
def _types() -> dict[str, type[Any]]:
    return {claim_type.__name__: claim_type for relation in relations() for claim_type in relation.decide}


@cache
def schema() -> dict[str, Any]:
    """Return the JSON schema of the typed claims, as a model is asked to answer."""
    definitions: dict[str, Any] = {}
    for name, claim_type in _types().items():
        one = TypeAdapter(claim_type).json_schema(ref_template="#/$defs/{model}")
        definitions |= one.pop("$defs", {})
        own = {"type": {"const": name}, **one.get("properties", {})}
        definitions[f"claim_{name}"] = {
            "type": "object",
            "description": (claim_type.__doc__ or "").strip(),
            "properties": own,
            "required": ["type", *one.get("required", [])],
            "additionalProperties": False,
        }
    choices = [{"$ref": f"#/$defs/claim_{name}"} for name in _types()]
    items = {"type": "array", "items": {"anyOf": choices}}
    return {"type": "object", "properties": {"claims": items}, "required": ["claims"], "$defs": definitions}
