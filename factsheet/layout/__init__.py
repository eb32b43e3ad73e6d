"""Boxes into frames, frames onto pages."""
