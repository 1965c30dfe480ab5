"""What the build makes of pages beside their content.

Old addresses, notices of newer text, the page tree, sections for templates, one document to print,
what other sites show, and what search engines ask for.
"""
