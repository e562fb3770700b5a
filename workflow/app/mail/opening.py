"""The post of an installation."""

from __future__ import annotations

from workflow.app.mail.redirecting import Redirecting
from workflow.app.mail.settings import MailSettings
from workflow.app.mail.smtp import SmtpPost
from workflow.notices.post import Post


def post_of(settings: MailSettings, language: str = "nb") -> Post:
    """Give the post that the settings ask for; its own sentences are in the language."""
    post = SmtpPost(settings, language)
    return Redirecting(post, settings.redirect_to) if settings.redirect_to else post
