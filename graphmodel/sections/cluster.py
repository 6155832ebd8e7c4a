"""What is known of a cluster, a company or a source, as sections."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from graphmodel.analysis import Gaps, Hubs, MissingLinks, Named
from graphmodel.domain import wording
from graphmodel.domain.claims import AggregateClaim, Bound
from graphmodel.domain.conflicts import Disagreement, Side
from graphmodel.domain.dates import latest
from graphmodel.domain.graph import Edge, Graph, Node
from graphmodel.sections.parts import Line, Section
from graphmodel.store import Partner
from graphmodel.texts import Language, text

MARGIN = 3
"""Candidates of a gap that are shown."""


class Words:
    """One graph in one language."""

    def __init__(self, graph: Graph, lang: Language) -> None:
        self.lang = lang
        self.say = partial(_say, lang)
        self.graph = graph
        self._nodes = {(node.label, node.key): node for node in graph.nodes}
        self._places = {edge.source: edge for edge in graph.edges if edge.type == "LOCATED_IN"}

    def edges(self, kind: str) -> list[Edge]:
        """The edges of one type."""
        return [edge for edge in self.graph.edges if edge.type == kind]

    def node(self, key: tuple[str, str]) -> Node | None:
        """The node with this label and key, where the graph has it."""
        return self._nodes.get(key)

    def name(self, key: tuple[str, str]) -> str:
        """Its name; that of one that no source names says so."""
        node = self._nodes.get(key)
        return node_name(node, self.lang) if node else key[1]

    def place(self, key: tuple[str, str]) -> str:
        """Country and region of an enterprise, with the country as the source words it where that differs."""
        edge = self._places.get(key)
        if edge is None:
            return self.say("no_place")
        country = wording.country(edge.target[1][:2], self.lang)
        parts = [country] if edge.target[0] == "Country" else [country, self.name(edge.target)]
        if stated := edge.properties.get("country_as_stated"):
            parts.append(self.say("as_stated", country=wording.country(stated, self.lang)))
        return " · ".join(parts)

    def place_claims(self, key: tuple[str, str]) -> tuple[str, ...]:
        """The claims that say where an enterprise is."""
        return self._places[key].claims if key in self._places else ()


def _say(lang: Language, key: str, /, **values: object) -> str:
    return text(f"sections.{key}", lang, **values)


def node_name(node: Node, lang: Language) -> str:
    """Its name; that of one that no source names says so."""
    name = node.name(lang)
    return text("words.unnamed", lang, name=name) if node.placeholder else name


def named(thing: Named, lang: Language) -> str:
    """The name of a result."""
    name = thing.name_ru if lang == "ru" else thing.name_en
    return text("words.unnamed", lang, name=name) if thing.placeholder else name


def _state(edge: Edge, lang: Language) -> str:
    return wording.code("status", str(edge.properties.get("status", "")), lang)


def members(words: Words, cluster: str) -> Section:
    """Who is in the cluster, by country and region."""
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in words.edges("MEMBER_OF"):
        if edge.target[1] == cluster:
            groups[words.place(edge.source)].append(edge)
    lines = []
    for place, edges in sorted(groups.items()):
        lines.append(Line(place, tuple(c for edge in edges for c in words.place_claims(edge.source))))
        for edge in edges:
            role = edge.properties.get("role")
            details = ", ".join(filter(None, (role, _state(edge, words.lang))))
            lines.append(Line(f"{words.name(edge.source)} ({details})", edge.claims, indent=1))
    return Section(words.say("members", cluster=words.name(("Cluster", cluster))), lines)


def memoranda(words: Words) -> Section:
    """Who agreed with whom, agreement by agreement: those of the cluster's own making first, then the newest."""
    pairs: dict[str, list[Edge]] = defaultdict(list)
    for edge in words.edges("MEMORANDUM"):
        pairs[str(edge.properties["agreement"])].append(edge)
    own = {edge.source[1] for edge in words.edges("SIGNED_AT")}
    order = sorted(pairs, key=lambda key: (key not in own, -_day(pairs[key][0])))
    return Section(words.say("memoranda"), [_agreement(words, key, pairs[key]) for key in order])


def _day(edge: Edge) -> int:
    return latest(str(edge.properties.get("signed", edge.properties["asserted"]))).toordinal()


def _agreement(words: Words, key: str, pairs: list[Edge]) -> Line:
    """One agreement with all its parties."""
    parties = dict.fromkeys(party for edge in pairs for party in (edge.source, edge.target))
    agreement = words.node(("Agreement", key))
    shown = pairs[0].properties
    told = [
        wording.code("agreement", str(shown["kind"]), words.lang),
        _state(pairs[0], words.lang),
        wording.date(str(shown.get("signed", shown["asserted"])), words.lang),
        str(agreement.properties.get("subject", "")) if agreement else "",
    ]
    claims = tuple(sorted({claim for edge in pairs for claim in edge.claims}))
    return Line(f"{' — '.join(map(words.name, parties))}: {'; '.join(filter(None, told))}", claims)


def chains(words: Words) -> Section:
    """Who supplies whom with what; what goes to members first."""
    lines = []
    members = {edge.source for edge in words.edges("MEMBER_OF")}
    edges = sorted(words.edges("SUPPLIES"), key=lambda edge: (edge.target not in members, edge.target))
    for edge in edges:
        product = edge.properties.get("product")
        goods = words.name(("Product", str(product))) if product else words.say("goods_not_stated")
        when = str(edge.properties.get("since", edge.properties["asserted"]))
        told = [goods, _state(edge, words.lang), wording.date(when, words.lang)]
        pair = f"{words.name(edge.source)} → {words.name(edge.target)}"
        lines.append(Line(f"{pair}: {'; '.join(filter(None, told))}", edge.claims))
    return Section(words.say("chains"), lines)


def figure(value: Decimal, unit: str | None, bound: Bound, lang: Language) -> str:
    """A number with its bound and its unit or currency, in words."""
    return _say(lang, f"bound_{bound}") + wording.amount(value, wording.code("unit", unit or "", lang), lang)


def _value(words: Words, side: Side) -> str:
    if isinstance(side.value, str) or not side.bound:
        return wording.code("status", str(side.value), words.lang)
    return figure(side.value, side.unit, side.bound, words.lang)


def numbers(words: Words, aggregates: Iterable[AggregateClaim]) -> Section:
    """What sources count, never drawn as edges."""
    lines = []
    for claim in aggregates:
        value = figure(claim.value, claim.currency or claim.unit, claim.bound, words.lang)
        measure = wording.code("measure", claim.measure, words.lang)
        when = wording.date(claim.asserted, words.lang)
        about = words.name((claim.about.type.capitalize(), claim.about.key(claim.source)))
        lines.append(Line(f"{about}: {measure} — {value} ({when})", (claim.id,)))
    return Section(words.say("numbers"), lines)


def hubs(found: Hubs, lang: Language, top: int = 5) -> Section:
    """The first enterprises of each role, with the interval of their rank."""
    lines = []
    for role in dict.fromkeys(hub.role for hub in found.rows):
        lines.append(Line(_say(lang, f"role_{role}")))
        for hub in [hub for hub in found.rows if hub.role == role][:top]:
            low, high = hub.interval
            sentence = _say(
                lang,
                f"hub_{hub.verdict}",
                name=named(hub.enterprise, lang),
                rank=f"{hub.rank:g}",
                low=f"{low:g}",
                high=f"{high:g}",
            )
            lines.append(Line(sentence, hub.claims, indent=1))
    return Section(_say(lang, "hubs"), lines)


def gaps(found: Gaps, lang: Language, top: int | None = None) -> Section:
    """The inputs that the recipes of the cluster's products ask for and that are not secured, heaviest first."""
    lines = []
    for gap in [gap for gap in found.rows if gap.kind != "ok"][:top]:
        weight = "—" if gap.weight is None else f"{gap.weight:g}"
        sentence = _say(
            lang,
            "gap",
            input=named(gap.input, lang),
            product=named(gap.product, lang),
            kind=_say(lang, f"gap_{gap.kind}"),
            weight=weight,
            necessity=_say(lang, f"necessity_{gap.necessity}", condition=gap.condition or ""),
        )
        lines.append(Line(sentence, gap.claims))
        for candidate in gap.candidates[:MARGIN]:
            path = candidate.path.ru if lang == "ru" else candidate.path.en
            lines.append(Line(f"{candidate.score:.2f} {path}", candidate.claims, indent=1))
    lines += [Line(note.ru if lang == "ru" else note.en) for note in found.notes]
    return Section(_say(lang, "gaps", cluster=named(found.cluster, lang)), lines)


def links(found: MissingLinks, lang: Language) -> Section:
    """The supplies that the others suggest, the likeliest first, each with the sentence that says why."""
    lines = []
    for row in found.rows:
        pair = f"{named(row.supplier, lang)} → {named(row.buyer, lang)}"
        lines.append(Line(f"{row.score:.2f} {pair}", row.claims))
        lines.append(Line(row.path.ru if lang == "ru" else row.path.en, indent=1))
    lines += [Line(note.ru if lang == "ru" else note.en) for note in found.notes]
    return Section(_say(lang, "links"), lines)


def conflicts(found: Iterable[Disagreement], words: Words, top: int | None = None) -> Section:
    """Where sources disagree; the first side is the one that the graph shows."""
    lines = []
    for conflict in list(found)[:top]:
        subject = words.name(conflict.subject)
        attribute = wording.code("measure", conflict.attribute, words.lang)
        lines.append(Line(f"{subject}, {attribute}: {words.say(f'nature_{conflict.nature}')}"))
        for side in conflict.sides:
            value = _value(words, side)
            when = wording.date(side.asserted, words.lang)
            told = words.say(
                "side",
                value=value,
                source=side.source,
                date=when,
                confidence=wording.percent(side.confidence, words.lang),
            )
            lines.append(Line(told, (side.claim,), indent=1))
    return Section(words.say("conflicts"), lines or [Line(words.say("no_conflicts"))])


def partners(company: Node, found: Iterable[Partner], words: Words) -> Section:
    """The relations of one enterprise."""
    lines = []
    for row in found:
        told = [_state(row.edge, words.lang)]
        if product := row.edge.properties.get("product"):
            told.insert(0, words.name(("Product", str(product))))
        if kind := row.edge.properties.get("kind"):
            told.insert(0, wording.code("agreement", str(kind), words.lang))
        when = row.edge.properties.get("signed", row.edge.properties["asserted"])
        told.append(wording.date(str(when), words.lang))
        relation = words.say(f"relation_{row.relation}")
        partner = node_name(row.partner, words.lang)
        place = words.place((row.partner.label, row.partner.key))
        lines.append(
            Line(
                f"{relation}: {partner} ({place}) — {'; '.join(filter(None, told))}",
                row.edge.claims,
            )
        )
    title = words.say("partners", name=node_name(company, words.lang))
    return Section(title, lines or [Line(words.say("no_partners"))])
