"""A printed page in, the text that was set on it out: lines with their places, what recurs, and paragraphs again."""
