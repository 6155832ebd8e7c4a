"""Places in the order of their values."""

from typing import Final

import numpy as np

from graphmodel.analysis.hubs.arrays import Values

DIGITS: Final = 9


def places(values: Values) -> Values:
    """Places along the last axis, the highest value first; equal values share the mean of theirs.

    Two values are equal where they differ by less than a billionth of the highest.
    """
    highest = np.abs(values).max(axis=-1, keepdims=True, initial=0)
    scaled = np.divide(values, highest, out=np.zeros(values.shape), where=highest > 0)
    return np.apply_along_axis(_places, -1, -scaled.round(DIGITS))


def _places(values: Values) -> Values:
    _, position, count = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((count.cumsum() - (count - 1) / 2)[position], dtype=float)


def overall(values: Values) -> Values:
    """The place by the mean of the places in each row."""
    return places(-places(values).mean(axis=0))
