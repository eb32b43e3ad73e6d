"""One painter, several editions."""
