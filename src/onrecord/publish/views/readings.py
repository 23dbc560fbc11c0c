"""What was read in one document: its statements by kind, what was left and why, how it stands to the record."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.publish.wording.statements import KINDS, said
from onrecord.record.archive.document import KeptDocument
from onrecord.record.archive.documents import Archive
from onrecord.record.comparing.compared import Compared, ComparedCount, Relation
from onrecord.record.comparing.comparer import Comparison, Summing, comparer
from onrecord.record.store import Record
from onrecord.vocabulary.statements import Left, Says, WhyLeft


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """The document: by what it is named and known, from where, read by which reader."""

    sha256: str
    short: str
    name: str
    symbol: str | None
    title: str | None
    url: str | None
    retrieved: date | None
    licence: str | None
    reader: str
    edition: str
    bytes: int


@dataclass(frozen=True, slots=True)
class KindLine:
    """How many statements of one kind were read."""

    kind: str
    n: int


@dataclass(frozen=True, slots=True)
class LeftLine:
    """One thing that was left: where, what stands there, what was expected, what it may mean."""

    place: str
    printed: str
    expected: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftGroup:
    """All that was left for one reason: how much, the first of it, and how many more there are."""

    why: WhyLeft
    n: int
    shown: tuple[LeftLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How many statements, or numbers counted over them, stand so to the record, and by which rule that was told."""

    relation: Relation
    rule: str
    statements: int
    counts: int


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One statement beside the record: where, what the document prints and says, what the record says, its page."""

    kind: str
    place: str
    printed: str
    document_says: str
    record_says: str | None
    rule: str
    page: str | None


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What was read in a document and how it stands to the record.

    ``differing`` and ``new`` are the first statements and counts that differ from the record or are not in it;
    ``differing_more`` and ``new_more`` say how many there are beside those.
    """

    document: DocumentHead
    statements: int
    kinds: tuple[KindLine, ...]
    left: int
    left_by_reason: tuple[LeftGroup, ...]
    relations: tuple[RelationLine, ...]
    differing: tuple[ComparedLine, ...]
    differing_more: int
    new: tuple[ComparedLine, ...]
    new_more: int


def reading_view(document: KeptDocument, archive: Archive, record: Record, limit: int) -> ReadingView:
    """Return what was read in a document, with at most ``limit`` examples of each thing; it is read as a stream."""
    kinds: Counter[type[Says]] = Counter()
    reasons, compare, summing = _Reasons(limit), comparer(record), Summing(limit)
    for one in archive.statements(document):
        if isinstance(one, Left):
            reasons.add(one)
            continue
        kinds[type(one.says)] += 1
        compared = compare(one)
        if compared is not None:
            summing.add(compared)
    comparison = summing.whole(compare.counts())
    return _view(document, kinds, reasons, comparison, limit)


def _view(
    document: KeptDocument, kinds: Counter[type[Says]], reasons: "_Reasons", comparison: Comparison, limit: int
) -> ReadingView:
    differing, differing_more = _lines(comparison, Relation.DIFFERS, limit)
    new, new_more = _lines(comparison, Relation.NEW, limit)
    return ReadingView(
        document=document_head(document),
        statements=sum(kinds.values()),
        kinds=tuple(KindLine(KINDS[kind], n) for kind, n in kinds.most_common()),
        left=sum(reasons.n.values()),
        left_by_reason=tuple(reasons.groups()),
        relations=tuple(_relations(comparison)),
        differing=differing,
        differing_more=differing_more,
        new=new,
        new_more=new_more,
    )


def document_head(document: KeptDocument) -> DocumentHead:
    """Return a kept document as its views name it."""
    return DocumentHead(
        sha256=document.sha256,
        short=document.short,
        name=document.name,
        symbol=document.symbol,
        title=document.title,
        url=document.url,
        retrieved=document.retrieved,
        licence=document.licence,
        reader=document.reader,
        edition=document.edition,
        bytes=document.bytes,
    )


class _Reasons:
    """What was left by reason, the first of each kept."""

    def __init__(self, limit: int) -> None:
        self.n: Counter[WhyLeft] = Counter()
        self._limit, self._shown = limit, {why: list[LeftLine]() for why in WhyLeft}

    def add(self, left: Left) -> None:
        self.n[left.why] += 1
        shown = self._shown[left.why]
        if len(shown) < self._limit:
            shown.append(LeftLine(str(left.place), left.printed, left.expected, left.candidates))

    def groups(self) -> Iterator[LeftGroup]:
        for why, n in self.n.most_common():
            shown = tuple(self._shown[why])
            yield LeftGroup(why, n, shown, n - len(shown))


def _relations(comparison: Comparison) -> Iterator[RelationLine]:
    order = {relation: at for at, relation in enumerate(Relation)}
    rules = {*comparison.by_rule, *comparison.counted}
    for relation, rule in sorted(rules, key=lambda one: (order[one[0]], one[1])):
        statements = comparison.by_rule.get((relation, rule), 0)
        yield RelationLine(relation, rule, statements, comparison.counted.get((relation, rule), 0))


def _lines(comparison: Comparison, relation: Relation, limit: int) -> tuple[tuple[ComparedLine, ...], int]:
    """Return the first statements and counts of a relation, and how many more there are."""
    shown = [compared_line(one) for one in comparison.shown[relation]]
    shown += [count_line(one) for one in comparison.counts[relation]]
    every = comparison.n(relation) + sum(n for (one, _), n in comparison.counted.items() if one is relation)
    return tuple(shown[:limit]), every - len(shown[:limit])


def compared_line(one: Compared) -> ComparedLine:
    """Return a statement beside the record as a line of a view."""
    says, place = one.statement.says, str(one.statement.place)
    return ComparedLine(
        KINDS[type(says)], place, one.statement.printed, said(says), one.record_says, one.rule, one.page or None
    )


def count_line(one: ComparedCount) -> ComparedLine:
    """Return a count beside the record's as a line of a view."""
    has = None if one.record_has is None else str(one.record_has)
    return ComparedLine("counts", "the whole document", one.of, str(one.counted), has, one.rule, one.page)
