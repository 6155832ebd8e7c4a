"""Hubs: who holds the network together, by which measure, and how sure that is."""
