"""What happens to the built site before it is published; steps.py says in which order."""
