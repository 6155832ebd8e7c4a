"""Whether a predicate says that something is done, is meant to be done, has ended, or is denied."""

from graphmodel.domain.claims import Status
from loaders.press import words
from loaders.press.language import Sentence
from loaders.press.syntax import Tree


def standing(sentence: Sentence, tree: Tree, node: int) -> Status | None:
    """The status of what a predicate tells; None where the sentence denies it or only supposes it."""
    chain = tree.clause(node)
    chain += [child for one in chain for child in tree.children(one, "acl", "xcomp") if child not in chain]
    lemmas = {sentence.tokens[one].lemma for one in chain}
    if _denied(sentence, tree, chain) or lemmas & words.REFUSE or _supposed(sentence, node):
        return None
    if lemmas & words.END:
        return "ended"
    near = {
        sentence.tokens[child].lemma for one in chain for child in tree.children(one, "aux", "cop", "advmod")
    }
    future = any(sentence.tokens[one].tense == "Fut" for one in chain) or (
        "быть" in near and _will(sentence, tree, chain)
    )
    return "announced" if lemmas & words.INTEND or future else "signed"


def _will(sentence: Sentence, tree: Tree, chain: list[int]) -> bool:
    helpers = (sentence.tokens[child] for one in chain for child in tree.children(one, "aux", "cop"))
    return any(token.text.lower() in ("буду", "будем", "будет", "будут") for token in helpers)


def _denied(sentence: Sentence, tree: Tree, chain: list[int]) -> bool:
    deniers = ("не", "нет", "ни", "никто")
    for one in chain:
        if sentence.tokens[one].lemma in deniers:
            return True
        if any(sentence.tokens[child].lemma in deniers for child in tree.children(one)):
            return True
        if one and sentence.tokens[one - 1].lemma == "не":
            return True
    return False


def _supposed(sentence: Sentence, node: int) -> bool:
    """Whether «если» or «бы» stands in the sentence; «если раньше …, то теперь …» only compares."""
    lemmas = {token.lemma for token in sentence.tokens if not token.quoted}
    told = {token.text.lower() for token in sentence.tokens}
    compared = "то" in told and bool(told & {"раньше", "ранее", "прежде", "назад", "прошлом"})
    return "бы" in lemmas or ("если" in lemmas and not compared)
