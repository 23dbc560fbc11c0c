"""The page of all commands, written from their own help: docs/commands.md."""

from typing import Any

from typer.main import get_command

HEAD = """# Commands

Every command of `onrecord`, from its own help; `onrecord COMMAND --help` says the same. This page is written from the
code (`make dictionary`).
"""


def reference() -> str:
    """Return the page in Markdown: each command with what it does, its arguments and its options."""
    from onrecord.publish.cli import app  # cli registers the commands: not in a circle

    group: Any = get_command(app)
    parts = [_command(name, group.commands[name]) for name in sorted(group.commands)]
    return "\n".join([HEAD, *parts])


def _command(name: str, command: Any) -> str:
    given = [p for p in command.params if p.name != "help"]
    arguments = [p for p in given if p.param_type_name == "argument"]
    options = [p for p in given if p.param_type_name == "option"]
    usage = " ".join(["onrecord", name, *(_placed(p) for p in arguments), *(["[OPTIONS]"] if options else [])])
    lines = [f"## {name}", "", _one_line(command.help), "", f"    {usage}", ""]
    rows = [f"| `{_placed(p)}` | {_one_line(p.help)} |" for p in arguments]
    rows += [f"| `{', '.join(p.opts)}` | {_one_line(p.help)} |" for p in options]
    return "\n".join([*lines, *(["| given | means |", "|---|---|", *rows, ""] if rows else [])])


def _placed(argument: Any) -> str:
    name = (argument.metavar or argument.name).upper()
    return name if argument.required else f"[{name}]"


def _one_line(words: str | None) -> str:
    return " ".join((words or "").replace("|", "\\|").split())
