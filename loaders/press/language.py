"""What natasha sees in a text: paragraphs, sentences, tokens with their grammar, named places and organisations.

Natasha is loaded when the first text is read, not before: its models take a second and 100 MB.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from loaders.press.quotes import quoted

_PARAGRAPH: Final = re.compile(
    r"\S(?:.|(?<![.;:!?])\n(?!\s*\n)|(?<=[.;!?])\n(?!\s*\n|\s*(?:[–—•*·-]|\d{1,2}[.)])\s)"
    r"|(?<=:)\n(?!\s*\n|\s*\d{1,2}[.)]\s))*"
)
_LINE: Final = re.compile(r"\S.*")
_ABBREVIATED: Final = re.compile(r"\b(?:Co|Inc|Ltd|Corp|г|обл|респ|им)\.(?= )")
_WRAPPED: Final = 120
"""Lines of a text that is wrapped by hand are no longer, in characters; else each line is a paragraph."""
_TAIL: Final = re.compile(
    r"(?:другие|похожие|последние|свежие|новости) (?:новости|материалы|по теме|дня)"
    r"|(?:читайте|смотрите) (?:также|ещ[её])|по теме|вам может быть интересно",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    r"[А-ЯЁ][А-ЯЁа-яё-]+[.,] +\d{1,2} [а-я]{3,8}\.?(?: \d{4}(?: г(?:ода|\.))?)?"
    r"(?:[., ]*[–—-] *(?:[А-ЯЁA-Z][\w-]*[ .]){1,3}(?<=\.)|[., ]+/[^/\n]{2,30}/| [–—-]+ [А-ЯЁ][\w-]+\b(?= [–—-])"
    r"|[., ]+[А-ЯЁ][\w-]{2,15}(?= ?[.–—]))?[.,: –—-]*"
)
"""How an agency begins a report: «УФА, 5 декабря. /ТАСС/. »."""
_ASIDE: Final = re.compile(
    r"(?:читайте|смотрите) (?:также|ещ[её])|поделиться|теги|подписывайтесь|фото|источник\s*:", re.I
)
"""How paragraphs begin that belong to the page and not to its text."""
"""Headings after which a page speaks of other things."""


@dataclass(frozen=True)
class Token:
    """A word or sign; `entity` is ORG, LOC or PER where natasha sees a name, `form` a verb's (Fin, Inf, Part)."""

    start: int
    stop: int
    text: str
    pos: str
    lemma: str
    case: str
    number: str
    entity: str
    tense: str = ""
    gender: str = ""
    form: str = ""
    person: str = ""
    passive: bool = False
    quoted: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def latin(self) -> bool:
        """Whether it is a word in Latin letters."""
        return bool(re.fullmatch(r"[A-Za-zʻʼ‘’'&.-]*[A-Za-z][\w'ʻʼ‘’-]*", self.text))

    @property
    def nominal(self) -> bool:
        """Whether it is a noun or a name."""
        return self.pos in ("NOUN", "PROPN", "X")


@dataclass(frozen=True)
class Sentence:
    """The tokens of one sentence."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.tokens[0].start, self.tokens[-1].stop

    def has(self, lemmas: frozenset[str]) -> bool:
        """Whether a word outside quotes has one of these lemmas."""
        return any(token.lemma in lemmas and not token.quoted for token in self.tokens)


@dataclass(frozen=True)
class _Models:
    segmenter: Any
    morph: Any
    ner: Any
    syntax: Any
    vocab: Any


@cache
def _models() -> _Models:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="pkg_resources is deprecated", category=UserWarning)
        import natasha  # noqa: PLC0415

        embedding = natasha.NewsEmbedding()
        return _Models(
            natasha.Segmenter(),
            natasha.NewsMorphTagger(embedding),
            natasha.NewsNERTagger(embedding),
            natasha.NewsSyntaxParser(embedding),
            natasha.MorphVocab(),
        )


def vocabulary() -> Any:
    """The dictionary of forms: called with a word, it gives its possible readings."""
    return _models().vocab


def parse(words: list[str]) -> list[tuple[int, str]]:
    """The governor of each word, by its number from 0, and its relation (Universal Dependencies); the root has -1."""
    (markup,) = _models().syntax.map([words])
    return [(int(token.head_id) - 1, token.rel) for token in markup.tokens]


def _masked(text: str, names: list[tuple[int, int]]) -> str:
    """`text` with no sentence ending inside a name: «ИННОПРОМ. Центральная Азия» is one."""
    for start, stop in names:
        text = text[:start] + re.sub("[.!?]", ",", text[start:stop]) + text[stop:]
    return _ABBREVIATED.sub(lambda found: found[0][:-1] + ",", text).replace("\n", " ")


def _entity(spans: list[Any], start: int) -> str:
    return next((span.type for span in spans if span.start <= start < span.stop), "")


def _case(word: str, part: str, tagged: str) -> str:
    """The case that the tagger saw, where the dictionary allows it: «Буринтехом» is no nominative."""
    if part not in ("NOUN", "PROPN") or not re.fullmatch("[А-ЯЁ]?[а-яё]{3,}", word):
        return tagged
    forms = vocabulary()(word)
    nouns = [form.feats.get("Case", "") for form in forms if form.pos == "NOUN"]
    cases = nouns or [form.feats.get("Case", "") for form in forms if form.pos == "ADJ"]
    return tagged if not cases or tagged in cases else str(cases[0])


def _reading(token: Any) -> tuple[str, str, dict[str, str]]:
    """Part of speech, lemma and grammar of a word: the dictionary's where it knows one part of speech alone."""
    own = (token.pos, token.lemma, token.feats or {})
    if token.pos not in ("NOUN", "ADJ", "VERB", "ADV") or not re.fullmatch("[А-ЯЁ]?[а-яё]{3,}", token.text):
        return own
    forms = [form for form in vocabulary()(token.text) if form.pos]
    parts = {form.pos for form in forms}
    mistaken = parts <= {"NOUN", "VERB"} or (token.pos == "VERB" and parts == {"ADJ"})
    if len(parts) != 1 or token.pos in parts or not mistaken:
        return own
    wanted = (token.feats or {}).get("Case")
    best = next((form for form in forms if form.feats.get("Case") == wanted), forms[0])
    return best.pos, best.normal, best.feats


def _token(token: Any, spans: list[Any], base: int, names: list[tuple[int, int]]) -> Token:
    part, lemma, feats = _reading(token)
    start, stop = token.start + base, token.stop + base
    return Token(
        start,
        stop,
        token.text,
        part,
        lemma.replace("ё", "е"),
        _case(token.text, part, feats.get("Case", "")),
        feats.get("Number", ""),
        _entity(spans, token.start),
        feats.get("Tense", ""),
        feats.get("Gender", ""),
        feats.get("VerbForm", ""),
        feats.get("Person", ""),
        feats.get("Voice") == "Pass",
        any(first < start < last - 1 for first, last in names),
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text stand, without datelines, up to the heading of a list of other news."""
    wrapped = max(map(len, text.splitlines()), default=0) <= _WRAPPED
    for number, paragraph in enumerate((_PARAGRAPH if wrapped else _LINE).finditer(text)):
        if number and _TAIL.fullmatch(paragraph.group().strip(" :.\n")):
            return
        dateline = _DATELINE.match(paragraph.group())
        start = paragraph.start() + (dateline.end() if dateline else 0)
        if not _ASIDE.match(paragraph.group()) and start < paragraph.end():
            yield start, paragraph.end()


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text; a paragraph ends one, a line break inside it does not."""
    from natasha import Doc  # noqa: PLC0415

    models = _models()
    names = quoted(text)
    masked = _masked(text, names)
    for number, paragraph in enumerate(_paragraphs(text)):
        doc = Doc(masked[slice(*paragraph)])
        doc.segment(models.segmenter)
        doc.tag_morph(models.morph)
        doc.tag_ner(models.ner)
        for sentence in doc.sents:
            for token in sentence.tokens:
                token.lemmatize(models.vocab)
            tokens = (_token(token, doc.spans, paragraph[0], names) for token in sentence.tokens)
            yield Sentence(tuple(tokens), number)
