"""The interface for programs under /v1: every page's view as JSON in one envelope, described by an OpenAPI document."""
