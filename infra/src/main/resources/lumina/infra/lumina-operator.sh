#!/bin/sh
# Runs a command of Lumina on the stores of this place, as the administrator of MySQL; `lumina sql` opens MySQL itself.
set -eu

set -a
. /etc/lumina/settings
set +a

# The network has no route to the service's IPv4 address.
secret() {
  AWS_USE_DUALSTACK_ENDPOINT=true aws secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text
}

DB_PASSWORD=$(secret "$DATABASE_SECRET" | jq -er .password)
DB_APP_PASSWORD=$(secret "$DATABASE_USER_SECRET")
LUMINA_DATA=$(mktemp -d)
export DB_PASSWORD DB_APP_PASSWORD LUMINA_DATA

if [ "${1:-}" = sql ]; then
  MYSQL_PWD=$DB_PASSWORD exec mysql --host="$DB_HOST" --port="$DB_PORT" --user="$DB_USER" --ssl-ca="$DB_CA" \
    --ssl-verify-server-cert "$DB_NAME"
fi
exec java -XX:+UseSerialGC -Xmx600m -jar /opt/lumina/lumina.jar "$@"
