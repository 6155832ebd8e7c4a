"""Claims for tests: short builders, one claim of every kind, and generated sets for hypothesis."""

from typing import Any

from hypothesis import strategies as st

from graphmodel.domain.claims import CLAIM, Claim


def ref(name: str, kind: str = "enterprise", **more: Any) -> dict[str, Any]:
    """A reference; an enterprise unless told otherwise."""
    return {"type": kind, "name": name, **more}


def place(code: str, **more: Any) -> dict[str, Any]:
    """A country (`RU`) or a region (`RU-KDA`)."""
    return {"country": code[:2], **({"code": code} if "-" in code else {}), **more}


def claim(kind: str, /, **fields: Any) -> Claim:
    """A claim of source A, unless told otherwise."""
    usual = {"source": "A", "locator": "row=2", "status": "active", "confidence": 0.9, "asserted": "2025"}
    return CLAIM.validate_python({"kind": kind, **usual, **fields})


EVERY_KIND = (
    claim(
        "enterprise",
        name="ПромАгро",
        names={"ru": "ПромАгро", "en": "PromAgro", "aliases": ["ООО «ПромАгро»"]},
        identifiers={"inn": "2302054321"},
        place=place("RU-KDA", name="Краснодарский край"),
        industries=["28.30", "28.30.5"],
        quote="ПромАгро — «кубанский» завод",
        span=(3, 31),
        recorded="2025-05-01T10:00:00+03:00",
    ),
    claim("located_in", subject=ref("АТИСС"), place=place("RU-KDA", settlement="Краснодар")),
    claim(
        "produces", enterprise=ref("АТИСС"), product=ref("диск", "product", okpd2=["28.30.9"], hs=["8432"])
    ),
    claim(
        "requires",
        product=ref("плуг", "product"),
        input=ref("диск", "product"),
        points=22.5,
        necessity="variant",
        condition="навесной",
    ),
    claim(
        "supplies",
        supplier=ref("АТИСС"),
        buyer=ref("ПромАгро"),
        product=ref("диск", "product"),
        since="2024",
        until="2025-04",
        volume="12 штук",
        value={"amount": "1200000.5", "currency": "RUB"},
    ),
    claim(
        "agreement",
        agreement_kind="memorandum",
        parties=[ref("АТИСС", role="поставщик"), ref("Energy East"), ref("Кубань", "region", id="RU-KDA")],
        signed="2025-04-28/2025-04-30",
        subject="совместное производство",
        event=ref("Иннопром", "event"),
        founds=ref("Кластер", "cluster"),
    ),
    claim("membership", member=ref("АТИСС"), cluster=ref("Кластер", "cluster"), role="якорь"),
    claim("ownership", owner=ref("Energy East"), owned=ref("АТИСС"), share=0.25),
    claim("event", name="Иннопром", place=place("UZ-TK"), date="2025-04-28/2025-04-30"),
    claim(
        "aggregate",
        about=ref("Кубань", "region", id="RU-KDA"),
        measure="contract_value",
        value="462200000",
        currency="RUB",
        bound="at_least",
    ),
)

_enterprises = st.sampled_from(("АТИСС", "ПромАгро", "ООО «ПромАгро»", "Energy East", "Завод 4")).map(ref)
_unnamed = st.sampled_from(("башкирские заводы", "узбекские заводы")).map(
    lambda name: ref(name, placeholder=True)
)
_firms = st.one_of(_enterprises, _enterprises, _unnamed)
_products = st.sampled_from(("диск", "рама", "плуг")).map(lambda name: ref(name, "product"))
_places = st.sampled_from(("RU", "RU-KDA", "RU-BA", "UZ", "UZ-TK")).map(place)
_clusters = st.just(ref("Кластер", "cluster"))
_usual = {
    "source": st.sampled_from("ABC"),
    "locator": st.sampled_from(("row=2", "row=3")),
    "status": st.sampled_from(("announced", "signed", "active", "ended")),
    "confidence": st.sampled_from((0.2, 0.5, 0.9, 1.0)),
    "asserted": st.sampled_from(("XXXX", "2023", "2024~", "2025-04", "../2025-04")),
    "synthetic": st.booleans(),
}
_kinds: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "enterprise": {"name": st.sampled_from(("АТИСС", "ПромАгро", "Атисс")), "place": st.none() | _places},
    "located_in": {"subject": _firms, "place": _places},
    "produces": {"enterprise": _firms, "product": _products},
    "requires": {"product": _products, "input": _products, "condition": st.sampled_from((None, "навесной"))},
    "supplies": {"supplier": _firms, "buyer": _firms, "product": st.none() | _products},
    "agreement": {
        "agreement_kind": st.sampled_from(("memorandum", "contract")),
        "parties": st.lists(_firms, min_size=1, max_size=3),
        "founds": st.none() | _clusters,
    },
    "membership": {"member": _firms, "cluster": _clusters},
    "ownership": {"owner": _firms, "owned": _firms, "share": st.sampled_from((None, 0.25, 1))},
    "event": {"name": st.just("Иннопром"), "place": st.none() | _places},
    "aggregate": {
        "about": _clusters,
        "measure": st.just("members"),
        "value": st.integers(1, 9),
        "bound": st.just("exact"),
    },
}
claims: st.SearchStrategy[Claim] = st.one_of(
    [st.fixed_dictionaries({"kind": st.just(kind), **_usual, **own}) for kind, own in _kinds.items()]
).map(CLAIM.validate_python)
