"""Keys of the service: made and shown once, listed, revoked."""

from typing import Annotated, get_args

import typer

from graphmodel.cli.options import AsJson, Lang, help_text
from graphmodel.cli.output import err, out, print_json
from graphmodel.errors import UsageError
from graphmodel.keys import KeyFile, Role
from graphmodel.settings import settings
from graphmodel.texts import text

app = typer.Typer(no_args_is_help=True)

Name = Annotated[str, typer.Argument(help=help_text("arg_key"))]
OfRole = Annotated[str, typer.Option("--role", help=help_text("opt_key_role"))]


@app.command(help=help_text("help_keys_add"))
def add(name: Name, role: OfRole = "reader", as_json: AsJson = False, lang: Lang = None) -> None:
    """Make a key. What is printed is not kept anywhere."""
    for known in get_args(Role):
        if known == role:
            secret = _keys().add(name, known)
            break
    else:
        raise UsageError("cli.bad_choice", option="--role", value=role, known=", ".join(get_args(Role)))
    if as_json:
        print_json({"name": name, "role": role, "key": secret})
    else:
        out.print(secret, highlight=False)
        err.print(text("cli.key_made", name=name, role=role))


@app.command("list", help=help_text("help_keys_list"))
def list_(as_json: AsJson = False, lang: Lang = None) -> None:
    """Name the keys, without their secrets."""
    found = _keys().all()
    if as_json:
        print_json([key.model_dump(mode="json", exclude={"hash"}) for key in found])
        return
    if not found:
        err.print(text("cli.no_keys"))
    for key in found:
        out.print(text("cli.key", name=key.name, role=key.role, made=key.made.date().isoformat()))


@app.command(help=help_text("help_keys_revoke"))
def revoke(name: Name, lang: Lang = None) -> None:
    """Take a key away; a running service knows it within a second."""
    _keys().revoke(name)
    out.print(text("cli.key_revoked", name=name))


def _keys() -> KeyFile:
    return KeyFile(settings().graphmodel_data)
