from alembic import context

context.configure(target_metadata=None)
