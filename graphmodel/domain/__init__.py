"""Claims, what they say of the graph, and its projection: pure functions, no input or output."""
