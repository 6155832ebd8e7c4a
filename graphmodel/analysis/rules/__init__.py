"""Rules of a cluster: what an act asks, what the claims say of it, and the smallest remedy."""
