"""A warehouse opened at an issue's snapshot in, what one section of the issue tells of out: rooms and warehouse joined."""
