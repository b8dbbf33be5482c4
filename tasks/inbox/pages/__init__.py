"""A web page in, its main text and what it says of itself out.

`tree` parses and leaves out what no reader sees; `walk` cuts the tree into the `blocks` of text a reader sees, each in
its box; `hints` tells what a box calls itself, `phrases` what a line of page furniture says; `voting` decides which
blocks are the text; `writing` puts them together. `linked_data` and `declared` read the page's own description.
"""
