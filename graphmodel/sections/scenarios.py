"""The answers of rules, whatif and compare, as sections."""

from collections.abc import Iterable, Iterator

from graphmodel.analysis import Change, Comparison, LostInput, Named, RuleVerdict, Verdicts, WhatIf
from graphmodel.analysis.results import Sentence
from graphmodel.analysis.rules.results import Remedy
from graphmodel.domain import wording
from graphmodel.sections.cluster import named
from graphmodel.sections.parts import Line, Section
from graphmodel.texts import Language, text

Interval = tuple[float | None, float | None]


def _say(lang: Language, key: str, /, **values: object) -> str:
    return text(f"sections.{key}", lang, **values)


def _in(lang: Language, sentence: Sentence) -> str:
    return sentence.ru if lang == "ru" else sentence.en


def _names(things: Iterable[Named], lang: Language, between: str = ", ") -> str:
    return between.join(named(thing, lang) for thing in things)


def rules(found: Verdicts, lang: Language) -> Section:
    """Every rule with its verdict, what is measured, what is missing, and what would help."""
    lines = [line for row in found.rows for line in _rule(row, lang)]
    title = _say(
        lang,
        "rules",
        cluster=named(found.cluster, lang),
        day=wording.date(found.as_of, lang),
        act=_in(lang, found.act),
    )
    return Section(title, lines or [Line(_say(lang, "no_rules"))])


def _rule(row: RuleVerdict, lang: Language) -> Iterator[Line]:
    yield Line(_say(lang, f"verdict_{row.verdict}", rule=_in(lang, row.text)), row.claims)
    for told in _measured(row, lang), _edition(row, lang):
        if told:
            yield Line(told, indent=1)
    for sentence in row.missing:
        yield Line(_say(lang, "rule_missing", what=_in(lang, sentence)), indent=1)
    if row.remedy:
        yield from (Line(told, indent=1) for told in _remedy(row.remedy, lang))


def _measured(row: RuleVerdict, lang: Language) -> str:
    if row.measured[0] is None:
        return ""
    return _say(lang, f"measured_{row.check}", value=_interval(row.measured, lang))


def _interval(bounds: Interval, lang: Language) -> str:
    """`5`, `5–7`, or `from 5`."""
    low, high = (None if bound is None else wording.amount(bound, None, lang) for bound in bounds)
    if high is None:
        return _say(lang, "and_more", least=low)
    return high if low == high else f"{low}–{high}"


def _edition(row: RuleVerdict, lang: Language) -> str:
    """Where the wording comes from, and which editions nobody has compared it with."""
    if row.value is None:
        return ""
    since = row.since or _say(lang, "edition_unknown")
    told = _say(lang, "edition", since=since, sources=", ".join(row.sources))
    return f"{told}; {_say(lang, 'edition_later', later=', '.join(row.later))}" if row.later else told


def _remedy(remedy: Remedy, lang: Language) -> Iterator[str]:
    if remedy.contracts:
        pairs = "; ".join(_names((pair.one, pair.other), lang, " — ") for pair in remedy.contracts)
        yield _say(lang, "remedy_contracts", number=len(remedy.contracts), pairs=pairs)
    for supply in remedy.supplies:
        amount = wording.amount(supply.amount, wording.code("unit", supply.currency, lang), lang)
        yield _say(lang, "remedy_supply", name=named(supply.enterprise, lang), amount=amount)
    if remedy.settle:
        yield _say(lang, "remedy_settle", names=_names(remedy.settle, lang))


def whatif(found: WhatIf, lang: Language) -> list[Section]:
    """The loss in all, inputs lost, who else is hit, and what hangs on one supplier or enterprise today."""
    title = _say(lang, "whatif", cluster=named(found.cluster, lang), names=_names(found.without, lang) or "—")
    weighted = _say(lang, "loss_weighted" if found.weighted else "loss_counted")
    return [
        Section(title, [Line(_say(lang, "loss", share=_share(found.index, lang), how=weighted))]),
        Section(_say(lang, "lost_inputs"), _lost_inputs(found, lang)),
        Section(_say(lang, "affected"), _affected(found, lang)),
        Section(_say(lang, "single_sources"), _single_sources(found, lang)),
        Section(_say(lang, "articulations"), _articulations(found, lang)),
    ]


def _share(lost: tuple[float, float], lang: Language) -> str:
    low, high = (wording.percent(share, lang) for share in lost)
    return high if low == high else f"{low}–{high}"


def _or_none(lines: list[Line], lang: Language) -> list[Line]:
    return lines or [Line(_say(lang, "none_found"))]


def _good(thing: Named | None, lang: Language) -> str:
    return named(thing, lang) if thing else _say(lang, "goods_not_stated")


def _lost_inputs(found: WhatIf, lang: Language) -> list[Line]:
    lines = []
    for row in found.inputs:
        lines += [Line(_lost(row, lang), row.claims), Line(_way(row, lang), indent=1)]
    return _or_none(lines, lang)


def _lost(row: LostInput, lang: Language) -> str:
    told = _say(
        lang,
        "lost_input",
        member=named(row.member, lang),
        input=_good(row.input, lang),
        share=_share(row.lost, lang),
        products=_names(row.products, lang) or "—",
    )
    return f"{told} ({_say(lang, 'only_announced')})" if row.planned else told


def _way(row: LostInput, lang: Language) -> str:
    others = _names(row.suppliers_left, lang) or "—"
    key = "lost_directly" if row.direct else "lost_by_chain"
    return _say(lang, key, path=_names(row.path, lang, " → "), others=others)


def _affected(found: WhatIf, lang: Language) -> list[Line]:
    lines = [
        Line(
            _say(
                lang,
                "affected_one",
                name=named(row.enterprise, lang),
                share=_share(row.lost, lang),
                path=_names(row.path, lang, " → "),
            ),
            row.claims,
        )
        for row in found.affected
    ]
    return _or_none(lines, lang)


def _single_sources(found: WhatIf, lang: Language) -> list[Line]:
    lines = [
        Line(
            _say(
                lang,
                "single_source",
                member=named(row.member, lang),
                input=named(row.input, lang),
                supplier=named(row.supplier, lang),
            ),
            row.claims,
        )
        for row in found.single_sources
    ]
    return _or_none(lines, lang)


def _articulations(found: WhatIf, lang: Language) -> list[Line]:
    lines = [
        Line(_say(lang, "articulation", name=named(row.enterprise, lang), parts=row.parts), row.claims)
        for row in found.articulations
    ]
    return _or_none(lines, lang)


def changes(found: Comparison, lang: Language) -> Section:
    """What stands differently on the later day."""
    scope = named(found.cluster, lang) if found.cluster else _say(lang, "whole_graph")
    days = {"before": wording.date(found.before, lang), "after": wording.date(found.after, lang)}
    lines = [Line(_change(row, lang), row.claims) for row in found.rows]
    return Section(_say(lang, "compare", scope=scope, **days), _or_none(lines, lang))


def _change(row: Change, lang: Language) -> str:
    about = named(row.about, lang) if row.about else ""
    if row.kind_of_agreement:
        about = wording.code("agreement", row.kind_of_agreement, lang)
    states = [wording.code("status", state, lang) for state in (row.before, row.after) if state]
    told = [_names(row.parties, lang, " → " if row.thing == "supply" else " — "), about, " → ".join(states)]
    what = _say(lang, f"change_{row.kind}", thing=_say(lang, f"thing_{row.thing}"))
    return f"{what}: {'; '.join(filter(None, told))} ({wording.date(row.date, lang)})"
