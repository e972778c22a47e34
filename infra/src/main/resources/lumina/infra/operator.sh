# Runs once, as root, at the first start of the operator's machine.
. /etc/lumina/settings
export AWS_REGION

dnf install -y -q java-25-amazon-corretto-headless jq mariadb105
install -d /opt/lumina
aws s3 cp --only-show-errors "$LUMINA_PROGRAM" /opt/lumina/lumina.jar
aws s3 cp --only-show-errors "$LUMINA_AUTHORITIES" "$DB_CA"

# The network reaches Systems Manager over IPv6.
echo '{"Agent": {"UseDualStackEndpoint": true}}' >/etc/amazon/ssm/amazon-ssm-agent.json
systemctl restart amazon-ssm-agent

/usr/local/sbin/lumina database-user
# A stopped machine costs only its disk; operators start it when they need it.
shutdown -h +2
