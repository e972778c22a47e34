# Runs once, as root, at the first start of an instance.
. /etc/lumina/settings
export AWS_REGION

dnf install -y -q java-25-amazon-corretto-headless jq amazon-cloudwatch-agent
useradd --system --home-dir "$LUMINA_DATA" --shell /sbin/nologin lumina
install -d /opt/lumina
install -d -m 750 /var/log/lumina
aws s3 cp --only-show-errors "$LUMINA_PROGRAM" /opt/lumina/lumina.jar
aws s3 cp --only-show-errors "$LUMINA_AUTHORITIES" "$DB_CA"

cat >/etc/logrotate.d/lumina <<'END'
/var/log/lumina/lumina.log {
  size 50M
  rotate 2
  copytruncate
  missingok
}
END

cat >/etc/lumina/logs.json <<END
{
  "logs": {
    "endpoint_override": "logs.$AWS_REGION.api.aws",
    "logs_collected": {
      "files": {
        "collect_list": [
          {
            "file_path": "/var/log/lumina/lumina.log",
            "log_group_name": "$LUMINA_LOG",
            "log_stream_name": "{instance_id}"
          }
        ]
      }
    }
  }
}
END
/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:/etc/lumina/logs.json

systemctl daemon-reload
systemctl enable --now lumina
curl -fsS -o /dev/null --retry 150 --retry-delay 2 --retry-all-errors http://localhost:8080/api/health/live
