"""Which records are one enterprise: open questions, their answers, and taking an answer back."""

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.prompt import Prompt

from graphmodel.cli.database import open_store
from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.cli.questions import ANSWERS, COLUMNS, as_json_of, as_row, read_answers, show
from graphmodel.domain.identity import Decision, Profile
from graphmodel.errors import NotFoundError, UsageError
from graphmodel.store import Store
from graphmodel.texts import text
from loaders import (
    Answer,
    answered,
    by_id,
    by_pair,
    last_answered,
    pair_of,
    record_answer,
    resolved,
    take_back,
)

app = typer.Typer(invoke_without_command=True)

One = Annotated[str, typer.Argument(help=help_text("arg_one"))]
Other = Annotated[str, typer.Argument(help=help_text("arg_other"))]
OneOrLast = Annotated[str | None, typer.Argument(help=help_text("arg_one"))]
OtherOrLast = Annotated[str | None, typer.Argument(help=help_text("arg_other"))]
Questions = Annotated[Path, typer.Argument(help=help_text("arg_questions"))]
Merged = Annotated[bool, typer.Option("--merged", help=help_text("opt_merged"))]


@app.callback()
def review(
    context: typer.Context, merged: Merged = False, as_json: AsJson = False, lang: Lang = None
) -> None:
    """Go through the open questions; where there is nobody to ask, list them."""
    if context.invoked_subcommand:
        return
    with open_store() as store:
        found = resolved(store)
        shown = found.merged if merged else found.questions
        names = by_id(store.view())
        if as_json:
            print_json([as_json_of(one, names) for one in shown])
        elif sys.stdin.isatty() and not merged:
            _ask(store, shown, names)
        else:
            _list(shown, names, merged)


@app.command(help=help_text("help_review_accept"))
def accept(one: One, other: Other, lang: Lang = None) -> None:
    """Two records are one enterprise."""
    _answer(one, other, "accept")


@app.command(help=help_text("help_review_reject"))
def reject(one: One, other: Other, lang: Lang = None) -> None:
    """Two records are two enterprises."""
    _answer(one, other, "reject")


@app.command(help=help_text("help_review_later"))
def later(one: One, other: Other, lang: Lang = None) -> None:
    """Put a question off."""
    _answer(one, other, "later")


@app.command(help=help_text("help_review_export"))
def export(file: Questions, lang: Lang = None) -> None:
    """Write the open questions as CSV, with a column for the answers."""
    with open_store() as store:
        questions, names = resolved(store).questions, by_id(store.view())
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(as_row(one, names) for one in questions)
    out.print(text("cli.review_exported", questions=len(questions), file=file))


@app.command(help=help_text("help_review_apply"))
def apply(file: Questions, lang: Lang = None) -> None:
    """Take over the answers of such a file; rows without an answer stay open."""
    answers = read_answers(file)
    with open_store() as store:
        known, names = by_pair(store.view()), by_id(store.view())
        for pair, answer in answers.items():
            known[pair] = answered(known, names, pair, answer)
        store.writer().answer(known[pair] for pair in answers)
    out.print(text("cli.review_applied", answers=len(answers)))


@app.command(help=help_text("help_review_undo"))
def undo(one: OneOrLast = None, other: OtherOrLast = None, lang: Lang = None) -> None:
    """Take back an answer, the last one where none is named; or part what was merged by number or score."""
    if (one is None) != (other is None):
        raise UsageError("cli.review_pair")
    with open_store() as store:
        known = by_pair(store.view())
        pair = pair_of(one, other) if one and other else _last(known.values())
        if pair not in known:
            raise NotFoundError("cli.review_unknown", one=pair[0], other=pair[1])
        if known[pair].automatic:
            record_answer(store, *pair, "reject")
        else:
            take_back(store, pair)
    out.print(text("cli.review_undone", one=pair[0], other=pair[1]))


def _answer(one: str, other: str, answer: Answer) -> None:
    with open_store() as store:
        record_answer(store, one, other, answer)
    out.print(text(f"cli.review_said_{answer}", one=one, other=other))


def _ask(store: Store, questions: Iterable[Decision], names: Mapping[str, Profile]) -> None:
    """One question after the other, until the user leaves; every answer is kept at once."""
    waiting = [one for one in questions if not one.later]
    for number, question in enumerate(waiting, 1):
        out.print(text("cli.review_number", number=number, all=len(waiting)))
        show(question, names)
        said = Prompt.ask(text("cli.review_prompt"), console=out).strip().casefold()
        if said not in ANSWERS:
            return
        given = answered(by_pair(store.view()), names, question.pair, ANSWERS[said])
        store.writer().answer([given])
    out.print(text("cli.review_none"))


def _list(decisions: Iterable[Decision], names: Mapping[str, Profile], merged: bool) -> None:
    shown = list(decisions)
    for one in shown:
        show(one, names)
    if shown and not merged:
        err.print(text("cli.review_how"))
    elif not shown:
        out.print(text("cli.review_no_merges" if merged else "cli.review_none"))


def _last(decisions: Iterable[Decision]) -> tuple[str, str]:
    """The pair that a person answered last. Raises NotFoundError where none was."""
    last = last_answered(decisions)
    if last is None:
        raise NotFoundError("cli.review_nothing_to_undo")
    return last.pair
