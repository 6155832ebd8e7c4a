"""Gaps: needs that a recipe states and nobody meets, and supplies that are likely and unseen."""
