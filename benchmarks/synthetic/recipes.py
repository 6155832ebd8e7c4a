"""The packaged recipes as numbers: which product requires which input, and how much of it is made at home."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.synthetic.facts import MOST_DOMESTIC, SEGMENTS
from graphmodel.domain.claims import RequiresClaim
from graphmodel.domain.references import ProductRef
from loaders import reference


@dataclass(frozen=True)
class Recipes:
    """Rows (product, input) of numbers into `products`; `optional` marks those not always needed.

    `domestic` and `segment` belong to products, in their order: the share of needs for it that the cluster meets, and
    the place in SEGMENTS of the fact that says so (-1 where only the range X006 does).
    """

    products: tuple[ProductRef, ...]
    product: NDArray[np.int64]
    input: NDArray[np.int64]
    optional: NDArray[np.bool_]
    domestic: NDArray[np.float64]
    segment: NDArray[np.int64]

    @property
    def inputs(self) -> NDArray[np.int64]:
        """What some recipe requires."""
        return np.unique(self.input)

    @property
    def machines(self) -> NDArray[np.int64]:
        """What has a recipe and is an input of none."""
        return np.setdiff1d(self.product, self.input)


def recipes(rng: np.random.Generator) -> Recipes:
    """The recipes of the reference data set; domestic shares that no fact gives are drawn from the range of X006."""
    claims = [claim for claim in reference().claims if isinstance(claim, RequiresClaim)]
    products = {ref.id: ref for claim in claims for ref in (claim.product, claim.input)}
    number = {key: n for n, key in enumerate(products)}
    segment = np.array([_segment(ref) for ref in products.values()])
    drawn = rng.uniform(0, MOST_DOMESTIC, len(products))
    shares = np.array([one.share for one in SEGMENTS])
    return Recipes(
        products=tuple(products.values()),
        product=np.array([number[claim.product.id] for claim in claims]),
        input=np.array([number[claim.input.id] for claim in claims]),
        optional=np.array([claim.necessity != "required" for claim in claims]),
        domestic=np.where(segment >= 0, shares[segment], drawn),
        segment=segment,
    )


def _segment(ref: ProductRef) -> int:
    """The first segment that a product falls into; -1 for none."""
    for n, segment in enumerate(SEGMENTS):
        if ref.id in segment.inputs or any(code.startswith(segment.okpd2) for code in ref.okpd2):
            return n
    return -1
