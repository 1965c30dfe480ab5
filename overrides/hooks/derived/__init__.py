"""What the build makes of finished pages: old addresses, the page tree, one document to print."""
