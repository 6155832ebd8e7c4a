"""What lies around every operation, from the outside in: envelope, gate, kept answers, hang-up. Plain ASGI."""

from graphmodel.api.layers.envelope import Envelope
from graphmodel.api.layers.gate import Gate
from graphmodel.api.layers.hangup import HangUp
from graphmodel.api.layers.kept import Kept

__all__ = ["Envelope", "Gate", "HangUp", "Kept"]
