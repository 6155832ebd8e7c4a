"""Shocks: what fails downstream where an enterprise, region or country is lost."""
