"""The graph schema, declared once: constraints, loading statements and the reference page come from here."""

from dataclasses import dataclass
from typing import Final, Literal

PropertyType = Literal["string", "strings", "number", "boolean", "edtf", "datetime"]


@dataclass(frozen=True)
class Property:
    """One property of a node or edge, in words for the reference page."""

    name: str
    type: PropertyType
    meaning: str


@dataclass(frozen=True)
class NodeKind:
    """One label. `key` is the property that is unique among its nodes."""

    label: str
    key: str
    meaning: str
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True)
class EdgeKind:
    """One edge type.

    `exclusive`: a start has one such edge, and where claims disagree the winner's end is taken.
    `whole`: all properties come from the winning claim, instead of each from the best claim that gives it.
    """

    type: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    meaning: str
    properties: tuple[Property, ...] = ()
    exclusive: bool = False
    whole: bool = False


_NAMES: Final = (
    Property("name_ru", "string", "Russian name"),
    Property("name_en", "string", "English name"),
    Property("name_uz", "string", "Uzbek name"),
    Property("aliases", "strings", "further spellings that sources use"),
)
_STATUS: Final = Property("status", "string", "announced, signed, active or ended")
COMMON: Final = (
    Property("claims", "strings", "ids of the claims that support it"),
    Property("asserted", "edtf", "the date for which the winning claim states it"),
    Property("synthetic", "boolean", "true where generated data alone supports it"),
    Property(
        "confidence", "number", "0 to 1: 1 - the product of (1 - c) over its sources, each by its best claim"
    ),
)

NODE_KINDS: Final = (
    NodeKind("Country", "code", "a country, by ISO 3166-1 alpha-2", _NAMES),
    NodeKind("Region", "code", "a region, by ISO 3166-2", _NAMES),
    NodeKind(
        "Enterprise",
        "id",
        "an enterprise; with the label Placeholder where no source names it",
        (
            *_NAMES,
            Property("search", "strings", "all its names in the form in which look-ups compare them"),
            Property("sound", "strings", "the same in the letters in which a search finds misspelt ones"),
            Property(
                "initials",
                "strings",
                "what its names of two to six words are abbreviated to, in the same letters",
            ),
            Property("records", "strings", "ids of the records that were merged into it"),
            _STATUS,
            Property("inn", "string", "Russian taxpayer number"),
            Property("ogrn", "string", "Russian registration number"),
            Property("okpo", "string", "Russian statistical number"),
            Property("stir", "string", "Uzbek taxpayer number"),
            Property("lei", "string", "legal entity identifier, ISO 17442"),
        ),
    ),
    NodeKind(
        "Product",
        "code",
        "a product, by a slug of its own",
        (
            *_NAMES,
            Property("okpd2", "strings", "codes of OK 034-2014"),
            Property("hs", "strings", "codes of the Harmonized System, or national ones that begin with one"),
        ),
    ),
    NodeKind(
        "Industry", "code", "an industry, by OKVED2 (NACE Rev. 2), with its official Russian name", _NAMES
    ),
    NodeKind(
        "Agreement",
        "id",
        "what parties agreed on",
        (
            Property("kind", "string", "memorandum, contract, roadmap, cluster_agreement …"),
            _STATUS,
            Property("signed", "edtf", "date of signing"),
            Property("subject", "string", "what it is about"),
        ),
    ),
    NodeKind("Event", "id", "an exhibition, forum or signing", (*_NAMES, Property("date", "edtf", "when"))),
    NodeKind("Cluster", "id", "an industrial cluster", _NAMES),
    NodeKind(
        "Source",
        "id",
        "a page, file or registry that claims come from",
        (
            Property("title", "string", "its title"),
            Property("address", "string", "where to find it"),
            Property("date", "edtf", "date of publication"),
            Property("note", "string", "how it was read"),
        ),
    ),
    NodeKind(
        "Claim",
        "id",
        "one fact, stated by one source, at one place in it",
        (
            Property("kind", "string", "enterprise, located_in, supplies, aggregate …"),
            Property("source", "string", "id of the source"),
            Property("locator", "string", "the place in the source"),
            Property("quote", "string", "the words of the source, where the user's own document is text"),
            Property("note", "string", "how to read it"),
            Property("asserted", "edtf", "the date for which the source states it"),
            Property("recorded", "datetime", "when the claim was written down"),
            _STATUS,
            Property("confidence", "number", "0 to 1"),
            Property("about", "string", "aggregates: id of what is counted"),
            Property("measure", "string", "aggregates: what is counted"),
            Property("value", "number", "aggregates: the number"),
            Property("unit", "string", "aggregates: its unit or currency"),
            Property("bound", "string", "aggregates: exact, at_least, about or at_most"),
            Property("body", "string", "the whole claim as JSON"),
        ),
    ),
    NodeKind(
        "Decision",
        "id",
        "whether two records are one enterprise",
        (
            Property("one", "string", "id of a record"),
            Property("other", "string", "id of another"),
            Property("verdict", "string", "same, different or open"),
            Property("by", "string", "number, score or person"),
            Property("score", "number", "0 to 1"),
            Property("body", "string", "the whole decision with its reasons as JSON"),
        ),
    ),
)

EDGE_KINDS: Final = (
    EdgeKind(
        "LOCATED_IN",
        ("Enterprise", "Event"),
        ("Region", "Country"),
        "where it is",
        (
            Property("place", "string", "the place in the words of the source"),
            Property(
                "country_as_stated", "string", "the country as the source words it, where ISO 3166 differs"
            ),
        ),
        exclusive=True,
        whole=True,
    ),
    EdgeKind("PART_OF", ("Region",), ("Country",), "the region's country under ISO 3166-2"),
    EdgeKind(
        "SIGNED",
        ("Enterprise", "Region", "Country"),
        ("Agreement",),
        "party to it",
        (Property("role", "string", "its part, in the words of the source"),),
    ),
    EdgeKind(
        "MEMORANDUM",
        ("Enterprise", "Region", "Country"),
        ("Enterprise", "Region", "Country"),
        "the two have an agreement; one edge a pair, for the agreement that stands furthest",
        (
            Property("agreement", "string", "id of the agreement shown"),
            Property("agreements", "strings", "ids of all agreements of the pair"),
            Property("kind", "string", "kind of the agreement shown"),
            _STATUS,
            Property("signed", "edtf", "date of signing"),
        ),
        whole=True,
    ),
    EdgeKind(
        "SUPPLIES",
        ("Enterprise",),
        ("Enterprise",),
        "supplier to buyer: one link of a cooperation chain",
        (
            Property("product", "string", "code of the product"),
            _STATUS,
            Property("since", "edtf", "first delivery"),
            Property("until", "edtf", "last delivery"),
            Property("volume", "string", "how much, in the words of the source"),
            Property("value", "number", "price of it all, in units of the currency"),
            Property("currency", "string", "ISO 4217"),
        ),
    ),
    EdgeKind("PRODUCES", ("Enterprise",), ("Product",), "what it makes", (_STATUS,)),
    EdgeKind(
        "REQUIRES",
        ("Product",),
        ("Product",),
        "the recipe of a product",
        (
            Property("points", "number", "weight by the localisation rules (Government decree 719)"),
            Property("necessity", "string", "required, option, alternative or variant"),
            Property("condition", "string", "the variant that needs it"),
        ),
        whole=True,
    ),
    EdgeKind(
        "MEMBER_OF",
        ("Enterprise",),
        ("Cluster",),
        "membership",
        (Property("role", "string", "its part in the cluster"), _STATUS),
    ),
    EdgeKind(
        "OWNS",
        ("Enterprise",),
        ("Enterprise",),
        "ownership",
        (Property("share", "number", "0 to 1"), _STATUS),
    ),
    EdgeKind("SIGNED_AT", ("Agreement",), ("Event",), "where it was signed"),
    EdgeKind("FOUNDS", ("Agreement",), ("Cluster",), "the cluster that it sets up"),
    EdgeKind("CLASSIFIED_AS", ("Product", "Enterprise"), ("Industry",), "its industry"),
)
PROVENANCE_EDGES: Final = (
    EdgeKind("FROM", ("Claim",), ("Source",), "the source that states it"),
    EdgeKind("ABOUT", ("Claim",), tuple(k.label for k in NODE_KINDS[:8]), "what it speaks of"),
)

NODES: Final = {kind.label: kind for kind in NODE_KINDS}
EDGES: Final = {kind.type: kind for kind in EDGE_KINDS}
ENTITIES: Final = tuple(
    kind.label for kind in NODE_KINDS if kind.label not in ("Source", "Claim", "Decision")
)
PLACEHOLDER: Final = "Placeholder"
