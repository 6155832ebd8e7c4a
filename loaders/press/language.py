"""What natasha sees in a text: paragraphs, sentences, tokens with their grammar, named places and organisations.

Natasha is loaded when the first text is read, not before: its models take a second and 100 MB.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

QUOTES: Final = {"«": "»", "“": "”", "„": "“", '"': '"'}
_PARAGRAPH: Final = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_PARTS: Final = {"NOUN": ("NOUN",), "PROPN": ("NOUN", "ADJ"), "ADJ": ("ADJ", "VERB"), "VERB": ("VERB", "ADJ")}


@dataclass(frozen=True)
class Token:
    """A word or sign; `entity` is ORG, LOC or PER where natasha sees a name."""

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
    quoted: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def latin(self) -> bool:
        """Whether it is a word in Latin letters."""
        return bool(re.fullmatch(r"[A-Za-zʻʼ‘’'&.-]*[A-Za-z][\w'ʻʼ‘’-]*", self.text))


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
            natasha.MorphVocab(),
        )


def _closing(text: str, start: int) -> int | None:
    """The end of the quotation that opens at `start`; of two closing marks side by side news often write one."""
    stack: list[str] = []
    inner = None
    for position in range(start, len(text)):
        sign = text[position]
        if stack and sign == stack[-1]:
            stack.pop()
            if not stack:
                return position + 1
            inner = inner or position + 1
        elif sign in QUOTES:
            stack.append(QUOTES[sign])
        elif text[position : position + 2] == "\n\n":
            break
    return inner


def quoted(text: str) -> list[tuple[int, int]]:
    """The outermost quotations, with their quotation marks."""
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(text):
        end = _closing(text, position) if text[position] in QUOTES else None
        if end:
            found.append((position, end))
        position = end or position + 1
    return found


def _masked(text: str) -> str:
    """`text` with no sentence ending inside a short quotation: «ИННОПРОМ. Центральная Азия» is one name."""
    for start, stop in quoted(text):
        if stop - start < 80:
            text = text[:start] + re.sub("[.!?]", ",", text[start:stop]) + text[stop:]
    return text.replace("\n", " ")


def _entity(spans: list[Any], start: int) -> str:
    return next((span.type for span in spans if span.start <= start < span.stop), "")


def _case(word: str, part: str, tagged: str) -> str:
    """The case that the tagger saw, where the dictionary allows it: «Буринтехом» is no nominative."""
    if part not in ("NOUN", "PROPN") or not re.fullmatch("[А-ЯЁ]?[а-яё]{3,}", word):
        return tagged
    cases = [form.feats.get("Case", "") for form in _models().vocab(word) if form.pos == "NOUN"]
    return tagged if not cases or tagged in cases else str(cases[0])


def _token(token: Any, spans: list[Any], base: int, names: list[tuple[int, int]]) -> Token:
    feats = token.feats or {}
    start, stop = token.start + base, token.stop + base
    return Token(
        start,
        stop,
        token.text,
        token.pos,
        token.lemma.replace("ё", "е"),
        _case(token.text, token.pos, feats.get("Case", "")),
        feats.get("Number", ""),
        _entity(spans, token.start),
        feats.get("Tense", ""),
        feats.get("Gender", ""),
        any(first < start < last - 1 for first, last in names),
    )


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text; a blank line ends one, a line break alone does not."""
    from natasha import Doc  # noqa: PLC0415

    models = _models()
    names = quoted(text)
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        doc = Doc(_masked(paragraph.group()))
        doc.segment(models.segmenter)
        doc.tag_morph(models.morph)
        doc.tag_ner(models.ner)
        for sentence in doc.sents:
            for token in sentence.tokens:
                token.lemmatize(models.vocab)
            tokens = (_token(token, doc.spans, paragraph.start(), names) for token in sentence.tokens)
            yield Sentence(tuple(tokens), number)


def _as_written(word: str, like: str) -> str:
    return (
        word.upper() if like.isupper() and len(like) > 1 else word.capitalize() if like[0].isupper() else word
    )


def _fitness(feats: dict[str, str], wanted: dict[str, str]) -> int:
    """How well a form of the dictionary fits what the tagger saw; the case counts for most."""
    weights = {"Case": 4, "Number": 2, "Gender": 1}
    return sum(weight for name, weight in weights.items() if feats.get(name, "") == wanted[name])


def nominative(token: Token) -> str:
    """The word in the nominative of its number."""
    if re.fullmatch("[А-ЯЁ]{2,}[а-я]{1,2}", token.text):
        return re.sub("[а-я]+$", "", token.text)
    if token.case in ("", "Nom") or token.latin or "-" in token.text or token.text.isupper():
        return token.text
    parts = ("ADJ",) if adjectival(token) else _PARTS.get(token.pos, ())
    forms = [form for form in _models().vocab(token.text) if form.pos in parts]
    wanted = {"Gender": token.gender, "Number": token.number, "Case": token.case}
    fit = max(forms, key=lambda form: _fitness(form.feats, wanted), default=None)
    inflected = fit.inflect({"Nom", fit.feats.get("Number", "Sing")}) if fit else None
    return _as_written(inflected.word, token.text) if inflected else token.text


def adjectival(token: Token) -> bool:
    """Whether a name has the form of an adjective: «Ковровскому»."""
    return bool(re.fullmatch(r"[А-ЯЁ][а-яё-]+(?:ск|н)(?:ий|ый|ого|ому|им|ым|ом|ая|ой|ую|ое)", token.text))


def _heads(tokens: tuple[Token, ...]) -> set[int]:
    """The first noun of a phrase, and the nouns that «и» joins to it in the same case."""
    head = next(
        (n for n, t in enumerate(tokens) if t.pos in ("NOUN", "PROPN") and not adjectival(t)), len(tokens) - 1
    )
    heads = {head}
    while (
        head + 2 < len(tokens) and tokens[head + 1].text == "и" and tokens[head + 2].case == tokens[head].case
    ):
        head += 2
        heads.add(head)
    return heads


def nominative_phrase(tokens: tuple[Token, ...], text: str) -> str:
    """A noun phrase in the nominative: its first noun and what agrees with it; the rest as it is written."""
    heads = _heads(tokens)
    agreeing = heads | set(range(min(heads)))
    words = []
    for number, token in enumerate(tokens):
        gap_end = tokens[number + 1].start if number + 1 < len(tokens) else token.stop
        agrees = number in agreeing and token.pos in ("NOUN", "PROPN", "ADJ", "VERB")
        words.append((nominative(token) if agrees else token.text) + text[token.stop : gap_end])
    return re.sub(r"\s+", " ", "".join(words)).strip()
