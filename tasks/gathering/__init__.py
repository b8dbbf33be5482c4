"""A warehouse opened at an issue's snapshot in, what a section of it tells of out: rooms and warehouse joined."""
