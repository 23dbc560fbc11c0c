"""The OpenAPI document of the API: FastAPI describes the words of each address, the views describe the answers."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from onrecord import __version__
from onrecord.publish.api.answering import PREFIX, Links, Meta
from onrecord.publish.api.operations import Operation
from onrecord.publish.api.problems import KINDS, PROBLEM, Problem

_REF = "#/components/schemas/"
_OWN_ADDRESS = re.compile(r"(?:\w+__)*(\w+)__(\w+)")

ABOUT = (
    "What each state promised and did at the UN Human Rights Council, read-only and without keys. Every answer has the"
    " same four members: data, about (what a list says around its rows), meta and links. An absent value is null and"
    " never left out; null means that the record does not know it or that there is none, as each description says, and"
    " never zero or no. Addresses inside answers are relative to the site."
)


def document(app: FastAPI, operations: Iterable[Operation], groups: Mapping[str, str]) -> dict[str, Any]:
    """Return the whole document."""
    known = {operation.name: operation for operation in operations}
    made = get_openapi(
        title="onrecord",
        version=__version__,
        summary="The open record of what states promised and did at the UN Human Rights Council.",
        description=ABOUT,
        routes=app.routes,
        tags=[{"name": name, "description": about} for name, about in groups.items()],
        servers=[{"url": PREFIX, "description": "This site"}],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    schemas = _Schemas(known.values())
    for methods in made["paths"].values():
        for described in methods.values():
            operation = known[described["operationId"]]
            described["responses"] = _responses(operation, schemas.of_answer(operation))
            if operation.any_word:
                described["parameters"].append(_COLUMNS)
            if operation.name != "check":
                described["x-example"] = example(operation, described)
    made["components"] = {"schemas": schemas.components(), "headers": _HEADERS}
    return made


_COLUMNS = {
    "name": "columns",
    "in": "query",
    "description": "Any column of the table with the value it must equal, each as a word of its own: state=KAZ.",
    "style": "form",
    "explode": True,
    "required": False,
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
}


def example(operation: Operation, described: Mapping[str, Any]) -> str:
    """Return an address at which the operation is seen at work."""
    path = operation.path
    for one in described.get("parameters", ()):
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(one["schema"]["examples"][0]))
    return f"{PREFIX}{path}{f'?{operation.example}' if operation.example else ''}".replace(" ", "%20")


_GIVEN: Literal["serialization"] = "serialization"
"""A schema of what is given, not of what is taken."""


class _Schemas:
    """The schemas of the answers, each named by the class that it describes."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self.operations = list(operations)
        views = {operation.view for operation in self.operations}
        inputs = [(view, _GIVEN, TypeAdapter(view)) for view in (*views, Meta, Links, Problem)]
        found, defined = TypeAdapter.json_schemas(inputs, ref_template=_REF + "{model}")
        text = json.dumps([[[view.__name__, view.__module__, found[view, mode]] for view, mode, _ in inputs], defined])
        named, whole = json.loads(_readable(text))
        self.defined: dict[str, Any] = whole["$defs"]
        for schema in self.defined.values():
            if "properties" in schema:
                # What has a value where none is given is in every answer all the same.
                schema["required"] = list(schema["properties"])
        self.refs = {(name, module): schema for name, module, schema in named}
        self.answers: dict[str, Any] = {}

    def of(self, view: Any) -> dict[str, Any]:
        return self.refs[view.__name__, view.__module__]

    def of_answer(self, operation: Operation) -> dict[str, Any]:
        """Return a reference to the envelope with what the operation gives in it."""
        name = f"{''.join(part.capitalize() for part in operation.name.split('_'))}Envelope"
        data, about = self.of(operation.view), {"type": "null"}
        if operation.rows:
            view = self.defined[data["$ref"].removeprefix(_REF)]
            data = view["properties"][operation.rows]
            about = _without(view, operation.left_out)
        properties = {"data": data, "about": about, "meta": self.of(Meta), "links": self.of(Links)}
        self.answers[name] = {"type": "object", "required": list(properties), "properties": properties}
        return {"$ref": f"{_REF}{name}"}

    def components(self) -> dict[str, Any]:
        return dict(sorted((self.defined | self.answers).items()))


def _readable(text: str) -> str:
    """Return schemas whose names, where two classes share one, are the module's and the class's."""
    return _OWN_ADDRESS.sub(lambda found: f"{found[1].title().replace('_', '')}{found[2]}", text)


def _without(view: dict[str, Any], left_out: Iterable[str]) -> dict[str, Any]:
    kept = {name: schema for name, schema in view["properties"].items() if name not in left_out}
    described = {key: view[key] for key in ("title", "description") if key in view}
    return {**described, "type": "object", "required": list(kept), "properties": kept}


_HEADERS = {
    "ETag": {"description": "A tag of the answer, to be sent back as If-None-Match.", "schema": {"type": "string"}},
    "Cache-Control": {"description": "Whether the answer may be kept.", "schema": {"type": "string"}},
    "Access-Control-Allow-Origin": {
        "description": "Pages of any site may read the answer.",
        "required": True,
        "schema": {"type": "string", "const": "*"},
    },
}
_KEPT = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS}


def _responses(operation: Operation, schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "200": {"description": "The answer.", "headers": _KEPT, "content": {"application/json": {"schema": schema}}}
    }
    if operation.name == "check":
        return found | {str(status): _problem(status) for status in (413, 415, 422, 503)}
    found["304"] = {"description": "Unchanged since the tag sent as If-None-Match.", "headers": _KEPT}
    statuses = (404, 422) if "{" in operation.path else (422,)
    return found | {str(status): _problem(status) for status in statuses}


def _problem(status: int) -> dict[str, Any]:
    meanings = " ".join(kind.meaning for kind in KINDS.values() if kind.status == status)
    headers = {name: _KEPT[name] for name in ("Cache-Control", "Access-Control-Allow-Origin")}
    return {
        "description": meanings,
        "headers": headers,
        "content": {PROBLEM: {"schema": {"$ref": f"{_REF}{Problem.__name__}"}}},
    }
