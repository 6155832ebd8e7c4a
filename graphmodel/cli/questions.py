"""Questions about records on the terminal, as JSON and as a CSV file, and the answers in it."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from rich.text import Text

from graphmodel.cli.output import out
from graphmodel.domain.identity import Decision, Profile
from graphmodel.errors import BadInputError
from graphmodel.sections.cells import safe
from graphmodel.texts import default_language, text
from loaders import Answer, pair_of
from loaders.matching import told
from loaders.places import place_of
from loaders.tables import Row, read_delimited

ANSWERS: Final[dict[str, Answer]] = {
    **dict.fromkeys("accept да yes same + 1 a д y".split(), "accept"),
    **dict.fromkeys("reject нет no different - 0 r н n".split(), "reject"),
    **dict.fromkeys("later позже l п".split(), "later"),
}
COLUMNS: Final = "one one_name one_place other other_name other_place score reasons answer".split()


def show(decision: Decision, names: Mapping[str, Profile]) -> None:
    """Both records, the score and what speaks for and against."""
    state = text("cli.review_put_off") if decision.later else ""
    out.print(Text(text("cli.review_score", score=f"{decision.score:.2f}", state=state), style="bold"))
    for record in decision.pair:
        out.print("  " + text("cli.review_record", id=record, **_words(names.get(record))))
    for reason in decision.reasons:
        out.print("    · " + told(reason, default_language()))


def _words(profile: Profile | None) -> dict[str, str]:
    if profile is None:
        return {"name": text("cli.review_gone"), "place": "—", "numbers": "—"}
    numbers = ", ".join(f"{registry.upper()} {number}" for registry, number in profile.numbers.items())
    return {"name": " / ".join(profile.names), "place": _place(profile.place), "numbers": numbers or "—"}


def _place(code: str) -> str:
    """The name of a region or country by its ISO 3166 code; of one that we do not know, the code."""
    found = place_of(code)
    names = found.names if found else None
    return (names and getattr(names, default_language())) or code or "—"


def as_json_of(decision: Decision, names: Mapping[str, Profile]) -> dict[str, object]:
    """A decision as JSON, with what is known of its records."""
    records = {record: asdict(names[record]) for record in decision.pair if record in names}
    reasons = [told(reason, default_language()) for reason in decision.reasons]
    return decision.model_dump(mode="json") | {"reasons": reasons, "records": records}


def as_row(decision: Decision, names: Mapping[str, Profile]) -> dict[str, str]:
    """A question as a row of the CSV file."""
    one, other = (_words(names.get(record)) for record in decision.pair)
    row = {
        "one": decision.one,
        "one_name": one["name"],
        "one_place": one["place"],
        "other": decision.other,
        "other_name": other["name"],
        "other_place": other["place"],
        "score": f"{decision.score:.2f}",
        "reasons": "; ".join(told(reason, default_language()) for reason in decision.reasons),
        "answer": "later" if decision.later else "",
    }
    return {name: safe(value) for name, value in row.items()}


def read_answers(file: Path) -> dict[tuple[str, str], Answer]:
    """The answers of a file by pair. Raises BadInputError for a file that is none, or an answer that we do not know."""
    try:
        (sheet,) = read_delimited(file)
    except OSError as error:
        raise BadInputError("loaders.unreadable", file=file.name, reason=error.strerror or error) from error
    rows = iter(sheet.rows)
    columns = [str(cell).strip() for cell in next(rows, Row(0, ())).cells]
    if not {"one", "other", "answer"} <= set(columns):
        raise BadInputError("cli.review_no_columns", file=file.name)
    found: dict[tuple[str, str], Answer] = {}
    for row in rows:
        cells = dict(zip(columns, map(str, row.cells), strict=False))
        said = cells.get("answer", "").strip().casefold()
        if said and said not in ANSWERS:
            raise BadInputError(
                "cli.review_bad_answer", file=file.name, row=row.number, value=cells["answer"]
            )
        if said:
            found[pair_of(cells["one"], cells["other"])] = ANSWERS[said]
    return found
