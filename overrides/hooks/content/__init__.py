"""What the build makes of an author's Markdown, and of the page that Markdown has become."""
