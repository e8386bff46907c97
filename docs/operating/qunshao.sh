#!/bin/sh
# /usr/local/sbin/qunshao — the command line as the service sees the world: its user, folder, configuration, secrets.
set -a
if [ -r /etc/qunshao/environment ]; then . /etc/qunshao/environment; fi
QUNSHAO_CONFIG=/etc/qunshao/qunshao.yaml
QUNSHAO_LISTEN=127.0.0.1:9464
HOME=/var/lib/qunshao
cd /var/lib/qunshao || exit 2
exec /usr/sbin/runuser -u qunshao --preserve-environment -- /usr/bin/node /opt/qunshao/dist/bot/cli.js "$@"
