"""What a build reads before it begins: languages, data files, front matter, each with its shape."""
