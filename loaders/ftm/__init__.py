"""FollowTheMoney JSON, in and out: enterprises, what they own, where they are members, whom they supply.

The names of schemata and properties are those of the model of followthemoney 4.x. The library itself needs ICU on the
machine and is not used.
"""

from loaders.ftm.export import ftm_entities
from loaders.ftm.reading import read_ftm
from loaders.ftm.records import ENDINGS, is_ftm

__all__ = ["ENDINGS", "ftm_entities", "is_ftm", "read_ftm"]
