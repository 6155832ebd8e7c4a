"""The commands, put together."""

import typer

from graphmodel.cli import answers, data, db, demo, export, extract, review, scenarios, show
from graphmodel.cli.options import help_text

app = typer.Typer(
    help=help_text("help"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(help=help_text("help_demo"))(demo.demo)
app.add_typer(db.app, name="db", help=help_text("help_db"))
app.command(help=help_text("help_load"))(data.load)
app.command(help=help_text("help_extract"))(extract.extract)
app.command(help=help_text("help_sources"))(data.sources)
app.command(help=help_text("help_retract"))(data.retract)
app.command(help=help_text("help_conflicts"))(data.conflicts)
app.add_typer(review.app, name="review", help=help_text("help_review"))
app.command(help=help_text("help_ask"))(answers.ask)
app.command(help=help_text("help_partners"))(answers.partners)
app.command(help=help_text("help_hubs"))(answers.hubs)
app.command(help=help_text("help_gaps"))(answers.gaps)
app.command(help=help_text("help_rules"))(scenarios.rules)
app.command(help=help_text("help_whatif"))(scenarios.whatif)
app.command(help=help_text("help_compare"))(scenarios.compare)
app.command(help=help_text("help_view"))(show.view)
app.command(help=help_text("help_export"))(export.export)
app.command(help=help_text("help_serve"))(show.serve)
