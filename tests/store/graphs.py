"""Graphs that the tests of the store load, and what holds of every graph."""

from collections.abc import Iterable

from graphmodel.domain.claims import Claim, Source
from graphmodel.domain.ids import enterprise_id
from graphmodel.store import Store
from tests.domain.samples import claim, place, ref
from tests.store.conftest import Cypher

KUBAN = place("RU-KDA", name="Краснодарский край")
ATISS = ref("АТИСС", place=KUBAN)
EAST = ref("Energy East", place=place("UZ"))
PROM = ref("ПромАгро", place=KUBAN)
UNNAMED = ref("башкирские заводы", placeholder=True)
CLUSTER = ref("Межгосударственный кластер", "cluster", id="interstate")
EVENT = ref("Иннопром", "event")

RELEASE = (
    claim("agreement", source="S1", agreement="M1", agreement_kind="memorandum", parties=[ATISS, EAST], event=EVENT,
          signed="2025-04-28/2025-04-30", status="signed"),
    claim("agreement", source="S1", agreement="M2", agreement_kind="cluster_agreement", parties=[PROM, UNNAMED],
          event=EVENT, founds=CLUSTER, status="signed"),
    claim("membership", source="S1", member=PROM, cluster=CLUSTER, role="якорь"),
    claim("membership", source="S1", member=UNNAMED, cluster=CLUSTER),
    claim("supplies", source="S1", supplier=ATISS, buyer=PROM, product=ref("датчик", "product"), asserted="2024"),
    claim("aggregate", source="S1", about=ref("Кубань", "region", id="RU-KDA"), measure="contracts", value=50,
          bound="exact"),
)  # fmt: skip
NEWSPAPER = (
    claim("supplies", source="S2", supplier=ATISS, buyer=PROM, product=ref("датчик", "product"), volume="12 штук"),
    claim("enterprise", source="S2", name="АТИСС", place=KUBAN, status="ended", asserted="2020",
          identifiers={"inn": "2302054321"}, names={"ru": "АТИСС", "en": "ATISS Automation", "uz": "ATISS"},
          enterprise=enterprise_id("АТИСС", "RU-KDA")),
    claim("ownership", source="S2", owner=EAST, owned=ATISS, share=0.25),
)  # fmt: skip
REGISTRY = (
    claim("enterprise", source="S3", name="АТИСС", place=KUBAN, status="active", asserted="2025-01"),
    claim("supplies", source="S3", supplier=PROM, buyer=ref("Завод 4", place=place("UZ-TK"))),
    claim("produces", source="S3", enterprise=PROM, product=ref("плуг", "product")),
    claim("located_in", source="S3", subject=ref("Агро-Сосед"), place=KUBAN),
    claim("produces", source="S3", enterprise=ref("Далёкий", place=place("RU-SAM")), product=ref("рама", "product")),
)  # fmt: skip
EVERYTHING = (*RELEASE, *NEWSPAPER, *REGISTRY)
SOURCES = (
    Source(id="S1", title="Релиз", address="https://example.org/1", date="2025-04-30"),
    Source(id="S2", title="Газета", date="2025-05"),
    Source(id="S3", title="Реестр"),
)


def load(store: Store, *claims: Claim, sources: Iterable[Source] = SOURCES) -> str:
    """Load them and give the canonical export."""
    store.writer().load(sources, claims)
    return store.view().canonical()


def unsound(cypher: Cypher) -> list[dict[str, object]]:
    """Everything that breaks a rule of the graph: there must be nothing."""
    rules = (
        # an entity has claims, each of them is there, and ABOUT says the same
        """MATCH (n) WHERE NOT n:Claim AND NOT n:Source AND NOT n:Journal AND NOT n:Decision
           WITH n, coalesce(n.claims, []) AS listed, COLLECT { MATCH (c:Claim)-[:ABOUT]->(n) RETURN c.id } AS about
           WHERE listed = [] OR size(listed) <> size(about) OR any(c IN listed WHERE NOT c IN about)
           RETURN 'node' AS what, coalesce(n.id, n.code) AS which""",
        """MATCH ()-[r]->() WHERE NOT type(r) IN ['FROM', 'ABOUT']
           WITH r, coalesce(r.claims, []) AS listed
           WHERE listed = [] OR COUNT { MATCH (c:Claim) WHERE c.id IN listed } <> size(listed)
           RETURN 'edge' AS what, type(r) AS which""",
        """MATCH (c:Claim) WHERE COUNT { (c)-[:FROM]->(:Source) } <> 1 OR NOT (c)-[:ABOUT]->() OR c:Pending
           RETURN 'claim' AS what, c.id AS which""",
        "MATCH (s:Source) WHERE NOT (s)<-[:FROM]-(:Claim) RETURN 'source' AS what, s.id AS which",
        "MATCH (j:Journal) RETURN 'journal' AS what, j.phase AS which",
        "MATCH (n:Stale|Moved|Leaving) RETURN 'mark' AS what, coalesce(n.id, n.code) AS which",
        "MATCH (n) WHERE labels(n) = [] RETURN 'stray' AS what, elementId(n) AS which",
    )
    return [row for rule in rules for row in cypher(rule)]
