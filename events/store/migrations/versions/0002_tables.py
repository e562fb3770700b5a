"""The tables of projections, letters, people and subscriptions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The tables of projections, letters, people and subscriptions."""
    op.create_table(
        "document",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_document"),
    )
    op.create_table(
        "due_duty",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_due_duty"),
    )
    op.create_table(
        "feed_duty",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("stamps", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feed_duty"),
    )
    op.create_table(
        "feed_entry",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("duty", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("kind_group", sa.Text(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("shielded", sa.Boolean(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("hidden_after", sa.Date(), nullable=True),
        sa.Column("alarm_until", sa.Date(), nullable=True),
        sa.Column("timed", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("last_modified", sa.DateTime(timezone=True), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_feed_entry"),
    )
    with op.batch_alter_table("feed_entry") as batch_op:
        batch_op.create_index("ix_feed_entry_duty", ["duty"], unique=False)
        batch_op.create_index(
            "ix_feed_entry_month",
            [
                "month",
                "last_day",
                "first_day",
                "hidden_after",
                "alarm_until",
                "timed",
                "owner",
                "unit",
                "goal",
                "kind_group",
                "position",
            ],
            unique=False,
        )

    op.create_table(
        "feed_letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("case_reference", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feed_letter"),
    )
    op.create_table(
        "feed_mark",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_feed_mark"),
    )
    op.create_table(
        "feed_validator",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mark_key", sa.Text(), nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.Column("built_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("feed", name="pk_feed_validator"),
    )
    op.create_table(
        "projection_position",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("error_position", sa.BigInteger(), nullable=True),
        sa.Column("error_topic", sa.Text(), nullable=True),
        sa.Column("error_stream", sa.Text(), nullable=True),
        sa.Column("error_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_projection_position"),
    )
    op.create_table(
        "reading",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_reading"),
    )
    op.create_table(
        "register_duty",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("reference_folded", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("parent", sa.Uuid(), nullable=True),
        sa.Column("has_day", sa.Boolean(), nullable=False),
        sa.Column("next_due", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_register_duty"),
    )
    with op.batch_alter_table("register_duty") as batch_op:
        batch_op.create_index("ix_register_duty_parent", ["parent"], unique=False)
        batch_op.create_index("ix_register_duty_reference_folded", ["reference_folded"], unique=False)

    op.create_table(
        "register_letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("case_reference", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_register_letter"),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("parent", sa.Uuid(), nullable=True),
        sa.Column("running", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
    )
    with op.batch_alter_table("series") as batch_op:
        batch_op.create_index("ix_series_agency", ["agency"], unique=False)
        batch_op.create_index("ix_series_parent", ["parent"], unique=False)

    op.create_table(
        "unit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("manager", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["parent"], ["unit.id"], name="fk_unit_parent_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_unit"),
        sa.UniqueConstraint("name", name="uq_unit_name"),
    )
    op.create_table(
        "due_part",
        sa.Column("duty", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("shielded", sa.Boolean(), nullable=False),
        sa.Column("parent", sa.Uuid(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.Column("rrule", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("working_date", sa.Date(), nullable=True),
        sa.Column("first_due", sa.Date(), nullable=True),
        sa.Column("moved", sa.Integer(), nullable=False),
        sa.Column("tentative", sa.Boolean(), nullable=False),
        sa.Column("firm", sa.Boolean(), nullable=False),
        sa.Column("impossible", sa.Boolean(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["duty"], ["due_duty.id"], name="fk_due_part_duty_due_duty", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("duty", "part", name="pk_due_part"),
    )
    with op.batch_alter_table("due_part") as batch_op:
        batch_op.create_index("ix_due_part_due", ["due"], unique=False)
        batch_op.create_index("ix_due_part_owner_due", ["owner", "due"], unique=False)
        batch_op.create_index("ix_due_part_unit_due", ["unit", "due"], unique=False)

    op.create_table(
        "feed_text",
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("plain", sa.LargeBinary(), nullable=False),
        sa.Column("alarms", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["uid"], ["feed_entry.uid"], name="fk_feed_text_uid_feed_entry", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("uid", "language", name="pk_feed_text"),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.sha256"], name="fk_letter_document_document"),
        sa.ForeignKeyConstraint(["reading"], ["reading.sha256"], name="fk_letter_reading_reading"),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.UniqueConstraint("number", name="uq_letter_number"),
    )
    with op.batch_alter_table("letter") as batch_op:
        batch_op.create_index("ix_letter_agency", ["agency"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("manager", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["unit"], ["unit.id"], name="fk_person_unit_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("email", name="uq_person_email"),
    )
    op.create_table(
        "register_source",
        sa.Column("duty", sa.Uuid(), nullable=False),
        sa.Column("letter", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["duty"], ["register_duty.id"], name="fk_register_source_duty_register_duty", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("duty", "letter", name="pk_register_source"),
    )
    with op.batch_alter_table("register_source") as batch_op:
        batch_op.create_index("ix_register_source_letter", ["letter"], unique=False)

    op.create_table(
        "subscription",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("mine", sa.Boolean(), nullable=False),
        sa.Column("my_unit", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("kind_group", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("alarms", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.Text(), nullable=True),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_client", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["unit"], ["unit.id"], name="fk_subscription_unit_unit"),
        sa.PrimaryKeyConstraint("id", name="pk_subscription"),
        sa.UniqueConstraint("token_hash", name="uq_subscription_token_hash"),
    )
