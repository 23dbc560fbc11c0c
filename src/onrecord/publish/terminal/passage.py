"""A passage of a document as text for a terminal."""

from rich.console import Console

from onrecord.publish.views.passage import Passage


def show_passage(view: Passage, out: Console) -> None:
    """Print the words to cite a passage by, the lines around it, and what was read there."""
    out.print(view.text, soft_wrap=True)
    if view.lines:
        out.print("\nAs it stands there:")
    width = max((len(line.place) for line in view.lines), default=0)
    for line in view.lines:
        out.print(f"{'>' if line.asked else ' '} {line.place:<{width}}  {line.text}", soft_wrap=True)
    if view.said:
        out.print("\nRead there:")
    for one in view.said:
        out.print(f"  {one.says}", soft_wrap=True)
    if view.more:
        out.print(f"  … and {view.more:,} more: onrecord documents {view.document.short}")
