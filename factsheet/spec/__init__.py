"""The spec: models, and how a file becomes one."""
