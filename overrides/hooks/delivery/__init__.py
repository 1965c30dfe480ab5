"""What happens to the built site before it is published; on_site.py says in which order."""
