"""The judges: of the laid-out document, and of finished bytes."""
