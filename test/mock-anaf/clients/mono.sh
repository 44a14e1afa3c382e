#!/usr/bin/env bash
# mono.sh <sources> -- [arguments]: compiles and runs C# with Mono. Mono configures proxy and authorities differently: HttpWebRequest
# reads only `http_proxy`, and authorities are files in a folder below XDG_CONFIG_HOME, named by the hash of their subject.
set -euo pipefail
sources=()
while [[ $1 != -- ]]; do
  sources+=("$1")
  shift
done
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

trust=$work/.mono/new-certs/Trust
mkdir -p "$trust"
curl -sSf "$MOCK_ANAF_ADMIN_URL/ca.pem" -o "$work/ca.pem"
mv "$work/ca.pem" "$trust/$(openssl x509 -in "$work/ca.pem" -noout -subject_hash).0"

mcs -out:"$work/program.exe" -r:System.Net.Http,System.IO.Compression "${sources[@]}"
XDG_CONFIG_HOME=$work http_proxy=$HTTPS_PROXY mono --debug "$work/program.exe" "$@"
