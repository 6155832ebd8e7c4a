"""One module per group of addresses; a router validates, calls one function, and returns a declared model."""
