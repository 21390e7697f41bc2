"""An article: what stands above it, how it is laid out, where its sentences end, its numbers."""

from realignment.article.story import MOST_SENTENCES, Article, read_article

__all__ = ["MOST_SENTENCES", "Article", "read_article"]
