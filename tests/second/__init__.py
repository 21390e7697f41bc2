"""Answers to the questions of the exercises, written from lessons and exercises alone."""
