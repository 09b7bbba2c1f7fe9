#!/usr/bin/env bash
# Starts mongod as a replica set of one node that lets in nobody without a password. What its members share as a secret
# is made at the first start; the set and its first user are made by deploy/setup.mjs.
set -euo pipefail

config=${MONGO_CONFIG:-/data/configdb}
tls=${MONGO_TLS:-/tls}/mongo.pem
key=$config/members.key

if [ ! -s "$key" ]; then
  (umask 077 && head -c 756 /dev/urandom | base64 >"$key.new")
  chmod 400 "$key.new"
  mv "$key.new" "$key"
fi

offer_tls=()
[ -s "$tls" ] && offer_tls=(--tlsMode preferTLS --tlsCertificateKeyFile "$tls" --tlsAllowConnectionsWithoutCertificates)

exec mongod --replSet rs0 --auth --keyFile "$key" --bind_ip_all --nounixsocket \
  --setParameter shutdownTimeoutMillisForSignaledShutdown=4000 "${offer_tls[@]}" "$@"
