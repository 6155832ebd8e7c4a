"""What pages say, in one language."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from markupsafe import Markup, escape

from graphmodel.analysis import Named
from graphmodel.analysis.results import Sentence
from graphmodel.api.dependencies import language, view_language
from graphmodel.domain import wording
from graphmodel.domain.graph import Node
from graphmodel.texts import Language, ViewLanguage, text


class Words:
    """Texts and names in the language of a page; `spoken` is the one of the texts that there are not in Uzbek."""

    def __init__(self, lang: ViewLanguage, spoken: Language) -> None:
        self.lang = lang
        self.spoken = spoken

    @classmethod
    def of(cls, request: Request) -> "Words":
        """Those of whoever asks for a page."""
        return cls(view_language(request), language(request))

    def say(self, key: str, /, **values: object) -> str:
        """A text of the pages."""
        return text(f"web.{key}", self.lang, **values)

    def fact(self, name: str) -> str:
        """What a property is called."""
        return text(f"viz.fact_{name}", self.lang)

    def name(self, node: Node) -> str:
        """The name of a thing; that of one that no source names says so."""
        return self._marked(node.name(self.lang), node.placeholder)

    def named(self, thing: Named) -> str:
        """The same of a result."""
        return self._marked(thing.name_ru if self.lang == "ru" else thing.name_en, thing.placeholder)

    def named_row(self, row: Mapping[str, Any], key: str = "id") -> str:
        """The same of a row of a look-up."""
        shown = {name: value for name, value in row.items() if name.startswith("name_")}
        return self.name(
            Node(label="", key=row[key], properties=shown, placeholder=bool(row.get("placeholder")))
        )

    def sentence(self, told: Sentence) -> str:
        """A sentence of an analysis, marked where it is in another language than the page."""
        shown = escape(getattr(told, self.spoken))
        return (
            shown
            if self.spoken == self.lang
            else Markup('<span lang="{}">{}</span>').format(self.spoken, shown)
        )

    def place(self, code: str, name: str, stated: str | None) -> str:
        """A region or country with its country; and that of the source, where it words it differently."""
        country = wording.country(code[:2], self.lang)
        parts = [country] if len(code) == 2 else [name, country]
        if stated:
            parts.append(self.say("as_stated", country=wording.country(stated, self.lang)))
        return ", ".join(parts)

    def place_row(self, row: Mapping[str, Any]) -> str:
        """The same of a row of a look-up."""
        return self.place(row["code"], self.named_row(row, "code"), row["country_as_stated"])

    def date(self, edtf: str) -> str:
        """A date in words."""
        return wording.date(edtf, self.lang)

    def percent(self, share: float) -> str:
        """A share from 0 to 1."""
        return wording.percent(share, self.lang)

    def place_in_source(self, locator: str) -> str:
        """Where a claim stands in its source."""
        return wording.place_in_source(locator, self.lang)

    def status(self, value: str | None) -> str:
        """A state in words; nothing for none."""
        return wording.code("status", value or "", self.lang)

    def agreement(self, kind: str | None) -> str:
        """A kind of agreement in words; nothing for none."""
        return wording.code("agreement", kind or "", self.lang)

    def relation(self, name: str) -> str:
        """What a group of partners is to an enterprise."""
        return self.say(f"relation_{name}")

    def other_language(self) -> Markup:
        """The attribute of an element whose text is in another language than the page."""
        return Markup("") if self.spoken == self.lang else Markup(' lang="{}"').format(self.spoken)

    def part(self, name: str) -> str:
        """A part of what is known of a cluster."""
        return self.say(f"part_{name}")

    def about_part(self, name: str) -> str:
        """How to read it."""
        return self.say(f"about_{name}")

    def heading(self, name: str) -> str:
        """What its lines are about."""
        return self.say(f"heading_{name}")

    def role(self, name: str) -> str:
        """A role of hubs."""
        return self.say(f"role_{name}")

    def verdict_of_hub(self, verdict: str, **values: object) -> str:
        """How sure a hub is, with its rank."""
        return self.say(f"hub_{verdict}", **values)

    def gap(self, kind: str) -> str:
        """A kind of gap."""
        return self.say(f"gap_{kind}")

    def verdict(self, answer: str) -> str:
        """Whether a rule holds."""
        return self.say(f"verdict_{answer}")

    def measured(self, check: str, value: str) -> str:
        """What a rule measures."""
        return self.say(f"measured_{check}", value=value)

    def claim(self, kind: str) -> str:
        """A kind of claim in words."""
        return wording.code("claim", kind, self.lang)

    def shape(self, name: str) -> str:
        """What the rows of a table are about."""
        return self.say(f"shape_{name}")

    def column(self, field: str) -> str:
        """What a column of a table holds: `supplier_inn` is the INN of the supplier."""
        party, _, number = field.rpartition("_")
        if party in ("supplier", "buyer", "member", "owner", "owned"):
            return f"{self.column(party)}: {self.column(number)}"
        return self.say(f"column_{field}")

    def same(self, verdict: str) -> str:
        """What a person said of two records."""
        return self.say(f"said_{verdict}")

    def _marked(self, name: str, placeholder: bool) -> str:
        return text("words.unnamed", self.lang, name=name) if placeholder else name
