"""A text -> the people, organisations, places and groups it names, and the entities that the names stand for."""

from tasks.entities.recognition import recognise

__all__ = ["recognise"]
