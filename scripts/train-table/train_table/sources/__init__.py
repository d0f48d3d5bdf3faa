"""Readers of the public sources, each in the form in which its publisher gives it. README.md says where to fetch them."""
