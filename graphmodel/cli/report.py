"""The answers as Markdown, with a numbered reference behind every line."""

from collections.abc import Iterator, Mapping, Sequence

from graphmodel.cli.output import cited
from graphmodel.domain.evidence import Evidence
from graphmodel.sections import Section
from graphmodel.store import View
from graphmodel.texts import text

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|"})


def markdown(title: str, parts: Sequence[Section], view: View) -> str:
    """A report of these sections; each line refers to its claims, which are listed at the end."""
    evidence = view.evidence(claim for part in parts for claim in part.claims)
    cited_claims = dict.fromkeys(claim for part in parts for line in part.lines for claim in line.claims)
    numbers = {claim: number for number, claim in enumerate(cited_claims, 1) if claim in evidence}
    body = [line for part in parts for line in _section(part, numbers)]
    return "\n".join([f"# {title}", *body, *_references(numbers, evidence), ""])


def _section(part: Section, numbers: Mapping[str, int]) -> Iterator[str]:
    yield f"\n## {part.title}\n"
    for line in part.lines:
        marks = "".join(f" [[{numbers[c]}]](#ref-{numbers[c]})" for c in line.claims if c in numbers)
        yield f"{'  ' * line.indent}- {line.text.translate(_SPECIAL)}{marks}"


def _references(numbers: Mapping[str, int], evidence: Mapping[str, Evidence]) -> Iterator[str]:
    yield f"\n## {text('cli.references')}\n"
    for claim, number in numbers.items():
        yield f'{number}. <a id="ref-{number}"></a>{cited(evidence[claim]).translate(_SPECIAL)}'
