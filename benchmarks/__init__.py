"""Every speed or quality figure of the README, as a command that prints it."""
