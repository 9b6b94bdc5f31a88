#!/bin/sh
set -eu
PGPASSWORD=$(cat /run/secrets/pg_password)
export PGPASSWORD
pg_dump --format=custom --file="/backups/ledger-$(date +%F).dump"
