"""The OpenAPI document says all there is: examples work and conform, words are described, the guides name each path."""

from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode

import jsonschema_rs
import pytest

from onrecord.publish.api.app import openapi_document
from onrecord.publish.api.guide import guide

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx` with `starlette.testclient` is deprecated")

DOCUMENT = openapi_document()
GUIDE = Path(__file__).parents[3] / "docs" / "api.md"
OPERATIONS = [(path, method, one) for path, methods in DOCUMENT["paths"].items() for method, one in methods.items()]
READ = [(path, one) for path, method, one in OPERATIONS if method == "get"]
NAMES = [one["operationId"] for _, one in READ]


def conforms(response, described):
    content = described["responses"][str(response.status_code)]["content"]
    (kind,) = [kind for kind in content if response.headers["content-type"].startswith(kind)]
    schema = {**content[kind]["schema"], "components": DOCUMENT["components"]}
    jsonschema_rs.Draft202012Validator(schema, validate_formats=True).validate(response.json())


def examples(path, described):
    """Return addresses, each with one more of the examples than the last needs."""
    parameters = described.get("parameters", ())
    words = dict(parse_qsl(described["x-example"].partition("?")[2]))
    in_path = {one["name"]: one["schema"]["examples"] for one in parameters if one["in"] == "path"}
    in_query = {one["name"]: one["schema"].get("examples", ()) for one in parameters if one["in"] == "query"}
    first = {name: found[0] for name, found in in_path.items()}
    yield described["x-example"]
    for name, found in in_path.items():
        for example in found:
            yield _address(path, {**first, name: example}, words)
    for name, found in in_query.items():
        for example in found:
            yield _address(path, first, {**words, name: example})


def _address(path, in_path, words):
    filled = path.format(**{name: quote(str(value)) for name, value in in_path.items()})
    return f"/v1{filled}{f'?{urlencode(words)}' if words else ''}"


@pytest.mark.parametrize(("path", "described"), READ, ids=NAMES)
def test_every_example_works_and_conforms(client, path, described):
    for address in dict.fromkeys(examples(path, described)):
        response = client.get(address)
        assert response.status_code == 200, address
        conforms(response, described)
    page = client.get(described["x-example"]).json()["links"]["page"]
    # a search that names one page leads on to it
    assert client.get(page).status_code in {200, 303}, page


def test_the_example_of_a_body_works_and_conforms(client):
    described = DOCUMENT["paths"]["/check"]["post"]
    response = client.post("/v1/check", json=described["requestBody"]["content"]["application/json"]["example"])
    assert response.status_code == 200
    conforms(response, described)
    conforms(client.post("/v1/check", json={}), described)


@pytest.mark.parametrize(("path", "described"), READ, ids=NAMES)
def test_everything_is_described_in_words(path, described):
    assert described["summary"].endswith(".")
    assert described["description"].endswith(".")
    for one in described.get("parameters", ()):
        assert one["description"].endswith("."), one["name"]
        assert one["schema"].get("examples") or one["name"] == "columns", one["name"]
    for schema in DOCUMENT["components"]["schemas"].values():
        assert schema.get("description") or "enum" in schema or "data" in schema["properties"]


def test_a_view_s_members_are_all_required_and_nothing_else_is_given(client):
    for path, described in READ:
        (schema,) = [one["schema"] for one in described["responses"]["200"]["content"].values()]
        envelope = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        assert envelope["required"] == ["data", "about", "meta", "links"], path
        answer = client.get(described["x-example"]).json()
        assert list(answer) == envelope["required"]
        _only_what_is_described(answer["data"], envelope["properties"]["data"])
        _only_what_is_described(answer["about"], envelope["properties"]["about"])


def _only_what_is_described(value, schema):
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for item in value:
            _only_what_is_described(item, schema["items"])
    if isinstance(value, dict) and "properties" in schema:
        assert list(value) == list(schema["properties"])
        assert list(value) == schema["required"]
        for name, item in value.items():
            _only_what_is_described(item, schema["properties"][name])


def test_ids_are_unique_and_no_schema_has_a_name_of_the_code(client):
    ids = [one["operationId"] for _, _, one in OPERATIONS]
    assert len(ids) == len(set(ids))
    assert not [name for name in DOCUMENT["components"]["schemas"] if "__" in name or "onrecord" in name]
    served = client.get("/v1/openapi.json").json()
    assert served == DOCUMENT
    assert served["openapi"].startswith("3.1")
    assert served["servers"][0]["url"] == "/v1"


def test_the_guide_in_the_docs_names_every_path_and_every_word():
    written = GUIDE.read_text(encoding="utf-8")
    for path, _, described in OPERATIONS:
        (line,) = [one for one in written.splitlines() if one.startswith(f"| `/v1{path}` |")]
        words = {one["name"] for one in described.get("parameters", ()) if one["in"] == "query"}
        for name in words - {"start", "limit", "as-of", "columns"}:
            assert f"`{name}`" in line, (path, name)


def test_the_docs_name_no_path_there_is_not():
    told = {line.split("`")[1] for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| `/v1/")}
    assert told == {f"/v1{path}" for path in DOCUMENT["paths"]}


def test_the_page_for_readers_lists_every_address(client):
    shown = guide()
    assert [one.path for group in shown.groups for one in group.addresses] != []
    assert {one.path for group in shown.groups for one in group.addresses} == {f"/v1{p}" for p in DOCUMENT["paths"]}
    page = client.get("/api").text
    for group in shown.groups:
        for one in group.addresses:
            assert f"{one.method} {one.path}" in page
            assert one.example is None or f'href="{one.example.replace("&", "&amp;")}"' in page
    for address in ("/", "/data", "/states/kazakhstan"):
        assert 'href="/api"' in client.get(address).text
