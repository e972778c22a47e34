# Runs as root at each start of the machine: mounts the disk, installs the package of the deployment and its settings.
. /etc/lumina-machine
export AWS_REGION DEBIAN_FRONTEND=noninteractive

# Updates of Debian may be running.
apt() { apt-get -qq -y -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold --no-install-recommends "$@"; }

# First, so that an operator can look at a machine on which the rest fails. The network leads to other services than S3 over
# IPv6 only.
if [ ! -x /usr/bin/amazon-ssm-agent ]; then
  curl -fsS --retry 30 --retry-all-errors -o /var/tmp/ssm.deb \
    "https://s3.$AWS_REGION.amazonaws.com/amazon-ssm-$AWS_REGION/latest/debian_arm64/amazon-ssm-agent.deb"
  apt install /var/tmp/ssm.deb
fi
echo '{"Agent": {"UseDualStackEndpoint": true}}' >/etc/amazon/ssm/amazon-ssm-agent.json
systemctl restart amazon-ssm-agent

disk=/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_$(echo "$LUMINA_DISK" | tr -d -)
until [ -b "$disk" ]; do sleep 1; done
# Only a disk with nothing on it is formatted: blkid ends with 2.
blkid -p "$disk" >/dev/null || [ $? != 2 ] || mkfs.ext4 -q -L lumina "$disk"
grep -q '^LABEL=lumina ' /etc/fstab || echo 'LABEL=lumina /var/lib/lumina ext4 nofail,noatime,nodev,nosuid 0 2' >>/etc/fstab
mkdir -p /var/lib/lumina
systemctl daemon-reload
mountpoint -q /var/lib/lumina || mount /var/lib/lumina
# After the disk has grown.
resize2fs "$disk"

package=/var/cache/lumina.deb
right() { echo "$LUMINA_CHECKSUM  $1" | sha256sum --check --status; }
if ! right $package; then
  command -v aws >/dev/null || { apt update; apt install awscli; }
  aws s3 cp --only-show-errors "$LUMINA_PACKAGE" /var/cache/new-lumina.deb
  right /var/cache/new-lumina.deb || { echo "The package is not the one that was deployed." >&2; exit 1; }
  apt install --allow-downgrades /var/cache/new-lumina.deb
  mv /var/cache/new-lumina.deb $package
fi

# What operators have set above that line stays.
settings=$(mktemp)
sed '/^# Of the deployment/,$d' /etc/lumina/lumina.env >"$settings"
{ echo '# Of the deployment, which replaces what is below this line.'; cat /etc/lumina-settings; } >>"$settings"
if ! cmp -s "$settings" /etc/lumina/lumina.env; then
  cat "$settings" >/etc/lumina/lumina.env
  systemctl restart lumina
fi
systemctl enable --now lumina-backup.timer
curl -fsS -o /dev/null --retry 150 --retry-delay 2 --retry-all-errors http://localhost:8080/api/health/live
