"""Mails on their way, and what the workflow, whole, keeps beside its events."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables of notices."""
    _mails()
    _leases()
    _people()
    _links()
    _due()
    _deviations()
    _waiting()
    _reminders()
    _notices()


def _mails() -> None:
    op.create_table(
        "mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mail"),
    )
    op.create_index("ix_mail_state_not_before", "mail", ["state", "not_before"])


def _leases() -> None:
    op.create_table(
        "lease",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )


def _people() -> None:
    for column in (
        sa.Column("deputy", sa.Text(), nullable=True),
        sa.Column("digest_day", sa.Integer(), nullable=True),
        sa.Column("digest_hour", sa.Integer(), nullable=True),
        sa.Column("digest_off", sa.Boolean(), nullable=True),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_to", sa.Time(), nullable=True),
    ):
        op.add_column("person", column)
    op.create_table(
        "absence",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("deputy", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_absence_person_person"),
        sa.PrimaryKeyConstraint("person", "first", name="pk_absence"),
    )
    op.create_table(
        "erased_person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erased_person"),
    )


def _links() -> None:
    op.create_table(
        "link_secret",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_link_secret"),
    )
    # Here, under the lock of the upgrade, it is made once whatever starts at the same time.
    made = sa.table("link_secret", sa.column("number", sa.Integer()), sa.column("secret", sa.LargeBinary()))
    op.execute(made.insert().values(number=1, secret=secrets.token_bytes(32)))


def _due() -> None:
    """Add a column; the projection has a new version, so that its rows are made anew."""
    corrected: sa.Column[bool] = sa.Column(
        "corrected", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("due_part", corrected)


def _deviations() -> None:
    op.create_table(
        "deviation_duty",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deviation_duty"),
    )
    op.create_table(
        "deviation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("duty", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("shielded", sa.Boolean(), nullable=False),
        sa.Column("discovered_on", sa.Date(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_by", sa.Text(), nullable=False),
        sa.Column("missed", sa.Integer(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("consequence", sa.Text(), nullable=False),
        sa.Column("material", sa.Boolean(), nullable=False),
        sa.Column("material_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_how", sa.Text(), nullable=False),
        sa.Column("told_reference", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["duty"], ["deviation_duty.id"], name="fk_deviation_duty_deviation_duty", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_deviation"),
    )
    op.create_index("ix_deviation_duty", "deviation", ["duty"])
    op.create_index("ix_deviation_closed_on", "deviation", ["closed_on", "discovered_on"])
    _measures()


def _measures() -> None:
    op.create_table(
        "deviation_measure",
        sa.Column("deviation", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("working_date", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("dropped", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deviation"],
            ["deviation.id"],
            name="fk_deviation_measure_deviation_deviation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("deviation", "number", name="pk_deviation_measure"),
    )


def _waiting() -> None:
    op.create_table(
        "waiting_duty",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_waiting_duty"),
    )
    op.create_table(
        "waiting_item",
        sa.Column("duty", sa.Uuid(), nullable=False),
        sa.Column("waiting_for", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("shielded", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("times_asked", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duty"], ["waiting_duty.id"], name="fk_waiting_item_duty_waiting_duty", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("duty", "waiting_for", "part", "subject", name="pk_waiting_item"),
    )
    op.create_index("ix_waiting_item_owner", "waiting_item", ["owner"])


def _reminders() -> None:
    op.create_table(
        "reminder_duty",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("deputy", sa.Text(), nullable=False),
        sa.Column("next_due", sa.Date(), nullable=True),
        sa.Column("last_due", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_reminder_duty"),
    )
    op.create_index("ix_reminder_duty_is_open", "reminder_duty", ["is_open", "next_due"])
    op.create_index("ix_reminder_duty_owner", "reminder_duty", ["owner"])
    op.create_table(
        "reminder_anchor",
        sa.Column("duty", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["duty"], ["reminder_duty.id"], name="fk_reminder_anchor_duty_reminder_duty", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("duty", "part", name="pk_reminder_anchor"),
    )
    op.create_index("ix_reminder_anchor_meeting", "reminder_anchor", ["meeting"])


def _notices() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stream_version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("duty", sa.Uuid(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("instead_of", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("mail", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
    )
    op.create_index("ix_notice_duty", "notice", ["duty"])
    op.create_index("ix_notice_mail", "notice", ["mail"])
    op.create_index("ix_notice_recipient", "notice", ["recipient", "kind", "version"])
    op.create_index("ix_notice_state", "notice", ["state", "due_on"])
    op.create_index("ix_notice_due_on", "notice", ["due_on"])
