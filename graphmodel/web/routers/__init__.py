"""One module per group of pages; a router looks up, and hands what it found to a template."""
