"""What the build makes of pages beside their content.

Old addresses, notices of newer text, the page tree, sections for templates, one document to print,
and what other sites show.
"""
