#!/usr/bin/env bash
# Compiles and runs walk.cs with Mono, which has its own ways to proxy and trust: HttpWebRequest reads `http_proxy` alone, and
# authorities lie in a folder below XDG_CONFIG_HOME, each under the hash of its name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

trust=$work/.mono/new-certs/Trust
mkdir -p "$trust"
curl -sSf "$MOCK_ANAF_ADMIN_URL/ca.pem" -o "$work/ca.pem"
mv "$work/ca.pem" "$trust/$(openssl x509 -in "$work/ca.pem" -noout -subject_hash).0"

mcs -out:"$work/walk.exe" -r:System.Net.Http,System.IO.Compression "$(dirname "$0")/walk.cs"
XDG_CONFIG_HOME=$work http_proxy=$HTTPS_PROXY mono --debug "$work/walk.exe" "$1"
