"""What stops a build: each check returns what it finds, in an author's words, with the mend."""
