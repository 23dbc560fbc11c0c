"""What can be fetched, what was, and what to save by hand, as text for a terminal."""

from rich.console import Console

from onrecord.publish.views.updating import Kinds, Update
from onrecord.sources.fetching.by_hand import ByHand


def show_kinds(view: Kinds, out: Console) -> None:
    """Print every kind of document with what it gives, its terms and who may fetch it."""
    for one in view.kinds:
        out.print(f"{one.kind}: {one.gives}")
        out.print(f"  programs {one.programs}; changes {one.changes}", soft_wrap=True)
        out.print(f"  terms: {one.licence} ({one.terms})", soft_wrap=True)
        out.print(f"  address: {one.url}", soft_wrap=True)
        if one.needs and one.needs != "year":
            out.print(f"  say which with --of, a {one.needs}")
    out.print("\n`onrecord update KIND --contact E-MAIL` fetches what programs may, and says what to save by hand.")


def show_update(view: Update, out: Console) -> None:
    """Print what is there now, what a person saves, and what could not be got."""
    for got in view.got:
        state = "fetched" if got.new else "unchanged since it was fetched"
        out.print(f"{got.file}: {state}, {got.bytes:,} bytes, SHA-256 {got.sha256}", soft_wrap=True)
    for one in view.to_save:
        out.print(f"{one.url}: {one.why}. To save it by hand:", soft_wrap=True)
        out.print(f"  1. Open the address in a browser and save what it gives as {one.save_as}.", soft_wrap=True)
        out.print(f"  2. Run: onrecord read {one.save_as} --from {one.url}", soft_wrap=True)
    for hand in view.by_hand:
        _hand(hand, out)
    for failed in view.not_got:
        out.print(f"{failed.url}: not fetched: {failed.why}.", soft_wrap=True)
        if failed.kept:
            out.print(f"  {failed.kept:,} bytes have come; the same command goes on from there.")


def _hand(hand: ByHand, out: Console) -> None:
    out.print(f"{hand.why}. To save it by hand:", soft_wrap=True)
    for number, step in enumerate(hand.steps, start=1):
        out.print(f"  {number}. {step}", soft_wrap=True)
    for page in hand.pages:
        out.print(f"  {page.save_as}  {page.url}", soft_wrap=True)
    out.print(f"  Then: {hand.command}")
