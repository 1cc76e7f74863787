"""What several processes need (who takes a turn, which submits were answered), and when an assessment was last changed."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("changed", sa.String(40), nullable=False, server_default=""))
    # What is there already counts from now on: the times in its turns may come from elsewhere (an import), and
    # nothing should be deleted by age the moment that a retention time is first set.
    now = datetime.now(UTC).isoformat(timespec="seconds")
    sessions = sa.table("sessions", sa.column("changed", sa.String))
    op.execute(sessions.update().values(changed=now))
    op.create_table(
        "holds",
        sa.Column("session_id", sa.String(64), sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("holder", sa.String(64), nullable=False),
        sa.Column("until", sa.Float, nullable=False),
    )
    op.create_table(
        "submits",
        sa.Column("session_id", sa.String(64), primary_key=True),
        sa.Column("key_hash", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id", "number"], ["turns.session_id", "turns.number"], ondelete="CASCADE", name="fk_submits_turn"
        ),
    )
    op.create_index("ix_submits_turn", "submits", ["session_id", "number"])


def downgrade() -> None:
    op.drop_index("ix_submits_turn", "submits")
    op.drop_table("submits")
    op.drop_table("holds")
    op.drop_column("sessions", "changed")
