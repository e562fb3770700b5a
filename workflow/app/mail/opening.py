"""The post of an installation."""

from __future__ import annotations

from workflow.app.mail.redirecting import Redirecting
from workflow.app.mail.settings import MailSettings
from workflow.app.mail.smtp import SmtpPost
from workflow.notices.post import Post


def post_of(settings: MailSettings) -> Post:
    """Give the post that the settings ask for; nothing is connected before there is a mail."""
    post = SmtpPost(settings)
    return Redirecting(post, settings.redirect_to) if settings.redirect_to else post
