"""Labelled corpora -> the model file, the lists and the scores; nothing here is needed to run Broadsheet."""
