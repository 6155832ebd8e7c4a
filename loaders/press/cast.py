"""Who appears in a text: enterprises with a name, a place and other spellings, and what speaks of them."""

from dataclasses import dataclass, field

from graphmodel.domain.names import Names, language_of
from graphmodel.domain.references import Place, Ref
from loaders.press.language import Sentence
from loaders.press.mentions import Mention
from loaders.press.syntax import Tree


@dataclass
class Actor:
    """One enterprise of a text, named or not; `seen` is its first mention, `nouns` say what it is called by.

    A `weak` one counts only if it takes part in something.
    """

    name: str
    seen: Mention
    place: Place | None = None
    aliases: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    weak: bool = False

    @property
    def placeholder(self) -> bool:
        """Whether the text does not name it."""
        return self.seen.kind == "unnamed"

    @property
    def names(self) -> Names:
        """Its names by their alphabet, other spellings beside them."""
        return Names(**{language_of(self.name): self.name}, aliases=tuple(self.aliases))

    def ref(self) -> Ref:
        """How a claim refers to it."""
        return Ref(type="enterprise", name=self.name, placeholder=self.placeholder, place=self.place)


@dataclass
class Cast:
    """A text with its sentences, mentions and enterprises; `stands_for` says whom a mention speaks of."""

    text: str
    sentences: list[Sentence]
    home: Place | None
    mentions: dict[int, list[Mention]]
    actors: list[Actor] = field(default_factory=list)
    stands_for: dict[int, tuple[Actor, ...]] = field(default_factory=dict)
    trees: dict[int, Tree] = field(default_factory=dict)

    def whom(self, mention: Mention) -> tuple[Actor, ...]:
        """The enterprises that a mention speaks of: one, or several for «стороны», or none."""
        return self.stands_for.get(id(mention), ())

    def of(self, sentence: Sentence, *kinds: str) -> list[Mention]:
        """What a sentence mentions of these kinds, in the order of the text."""
        return [mention for mention in self.mentions[id(sentence)] if mention.kind in kinds]

    def firms(self, sentence: Sentence) -> list[Mention]:
        """The enterprises of a sentence, named or not."""
        return self.of(sentence, "enterprise", "unnamed")

    def tree(self, sentence: Sentence) -> Tree:
        """Who governs whom in a sentence."""
        if id(sentence) not in self.trees:
            self.trees[id(sentence)] = Tree(sentence, self.mentions[id(sentence)])
        return self.trees[id(sentence)]
