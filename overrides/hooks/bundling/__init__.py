"""Make the scripts and styles of overrides/assets/ the files that pages load."""
