"""What a state says of itself as text for a terminal."""

from rich.console import Console

from onrecord.publish.as_text import say_not_known, say_sentences
from onrecord.publish.views.self_reports import SelfReportRecord
from onrecord.publish.written_dates import in_words


def show_self_report(view: SelfReportRecord, out: Console) -> None:
    """Print each claim of a state, what the record knew on that day, and the state's roles."""
    say_sentences(view.sentences, out)
    for topic in view.topics:
        out.print(f"\n{topic.heading}, {in_words(topic.said_on)}")
        for claim in topic.claims:
            out.print(f"  Claim: {claim.sentence} [{claim.source}]")
        for sentence in topic.beside.sentences:
            out.print(f"  Record: {sentence.text} (n = {sentence.n}; {sentence.scope})")
        for row in topic.beside.rows:
            when = in_words(row.date) if row.date else "–"
            out.print(
                f"    {when}: {row.what}: {row.result} [{row.source}{f', {row.source_url}' if row.source_url else ''}]"
            )
        for line in topic.beside.not_known:
            out.print(f"    Not known: {line}")
    if view.roles:
        out.print("\nRoles")
    for role in view.roles:
        out.print(f"  {role.basis}: {role.sentence} [{role.source}{f', {role.source_url}' if role.source_url else ''}]")
    say_not_known(view.not_known, out)
