"""What happens to the built site before it is published; deliver.py says in which order."""
