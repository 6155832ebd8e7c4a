"""The one catalogue of user-visible texts.

Each TOML file beside this module belongs to one room; `engine.toml` entry `[port_taken]` is the text
`engine.port_taken`, with one value per language and `str.format` fields in braces. What a view shows may have a value
in Uzbek too.
"""

import locale
import os
import tomllib
from functools import cache
from importlib import resources
from typing import Final, Literal, get_args

Language = Literal["ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
ViewLanguage = Literal["ru", "en", "uz"]
VIEW_LANGUAGES: Final[tuple[ViewLanguage, ...]] = get_args(ViewLanguage)
"""A view can be switched to Uzbek, also where the rest of the program speaks Russian or English alone."""


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every text by key, each as language → template."""
    files = (f for f in resources.files(__package__).iterdir() if f.name.endswith(".toml"))
    return {
        f"{file.name.removesuffix('.toml')}.{name}": translations
        for file in sorted(files, key=lambda f: f.name)
        for name, translations in tomllib.loads(file.read_text(encoding="utf-8")).items()
    }


def default_language() -> Language:
    """`GRAPHMODEL_LANG` where it is ru or en; else English for an English locale and Russian for any other."""
    asked = os.environ.get("GRAPHMODEL_LANG", "")
    for language in LANGUAGES:
        if asked == language:
            return language
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    current = next(filter(None, named), None) or locale.getlocale()[0] or ""
    return "en" if current.startswith(("en_", "English")) else "ru"


def is_told(key: str, lang: ViewLanguage) -> bool:
    """Whether the catalogue has the text of `key` in this language."""
    return lang in catalogue()[key]


def template(key: str, lang: ViewLanguage) -> str:
    """The text of `key` with its fields in braces; in Russian where the catalogue does not have it in Uzbek."""
    told = catalogue()[key]
    return told["ru" if lang == "uz" and "uz" not in told else lang]


def text(key: str, lang: ViewLanguage | None = None, /, **values: object) -> str:
    """The text of `key` in `lang` (the user's language by default), with its fields filled in.

    Raises KeyError for a key, language or field that the catalogue does not have.
    """
    return template(key, lang or default_language()).format(**values)
