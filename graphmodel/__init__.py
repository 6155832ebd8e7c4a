"""A graph model of an interstate industrial cluster, in which every answer can be followed to its source."""
