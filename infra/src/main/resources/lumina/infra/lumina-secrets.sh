#!/bin/sh
# Fetches the secrets at each start of Lumina into a file in memory that only root may read.
set -eu
umask 077

# The network has no route to the service's IPv4 address.
export AWS_USE_DUALSTACK_ENDPOINT=true

secret() {
  aws secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text
}

password=$(secret "$DATABASE_SECRET")
cdn=$(secret "$CDN_SECRET")

mkdir -p /run/lumina-secrets
cat >/run/lumina-secrets/environment <<FILE
DB_PASSWORD='$password'
CDN_PRIVATE_KEY='$cdn'
FILE

[ -n "${REDIS_SECRET:-}" ] || exit 0
token=$(secret "$REDIS_SECRET")
echo "REDIS_URL='rediss://:$token@$REDIS_HOST:6379'" >>/run/lumina-secrets/environment
