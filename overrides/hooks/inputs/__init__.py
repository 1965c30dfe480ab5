"""What a build reads before it begins: languages, data files, front matter, each with its shape.

And the place of a line in a page's source, for messages.
"""
