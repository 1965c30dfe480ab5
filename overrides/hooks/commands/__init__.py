"""What authors run beside the build: `make translated`, `make published`, `make package`."""
