#!/usr/bin/env bash
# A client with hard-coded ANAF addresses. It uses the mock only to download a certificate.
set -euo pipefail
login=https://logincert.anaf.ro/anaf-oauth2/v1
api=https://api.anaf.ro/test/FCTEL/rest
callback=https://localhost/callback
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

curl -sS "$MOCK_ANAF_ADMIN_URL/personas/administrator.pem" -o "$work/me.pem"

# The certificate is presented when the login requests it. The login ends at the callback address, where no server listens.
next="$login/authorize?response_type=code&client_id=$ANAF_CLIENT_ID&redirect_uri=$callback&token_content_type=jwt"
while [[ $next == https://logincert.anaf.ro/* ]]; do
  next=$(curl -sS --cert "$work/me.pem" -b "$work/jar" -c "$work/jar" -o /dev/null -w '%{redirect_url}' "$next")
done
code=${next#*code=}
echo "code of ${#code} digits"

token() { curl -sS -u "$ANAF_CLIENT_ID:$ANAF_CLIENT_SECRET" -d token_content_type=jwt "$@" "$login/token"; }
field() { grep -oE "\"$1\":\"?[^\",}]*" | head -n 1 | sed -E 's/^"[^"]*":"?//'; }
attribute() { grep -oE " $1=\"[^\"]*" | cut -d'"' -f2; }
kind() { echo "$(field token_type <<<"$1") $(field expires_in <<<"$1")"; }

first=$(token -d grant_type=authorization_code -d "code=$code" -d "redirect_uri=$callback")
echo "tokens $(kind "$first")"
tokens=$(token -d grant_type=refresh_token -d "refresh_token=$(field refresh_token <<<"$first")")
for name in access_token refresh_token; do
  [[ $(field $name <<<"$tokens") != "$(field $name <<<"$first")" ]]
done
echo "refreshed $(kind "$tokens"), both new"
authorization="Authorization: Bearer $(field access_token <<<"$tokens")"

call() { curl -sS -H "$authorization" "$@"; }
upload=$(call -H 'Content-Type: text/plain' --data-binary "@$1" "$api/upload?standard=UBL&cif=90123459")
id=$(attribute index_incarcare <<<"$upload")
echo "uploaded $id"

for _ in 1 2 3 4 5 6 7 8 9 10; do
  status=$(call "$api/stareMesaj?id_incarcare=$id")
  [[ $status == *'stare="in prelucrare"'* ]] || break
  sleep 1
done
message=$(attribute id_descarcare <<<"$status")
echo "status $(attribute stare <<<"$status"), message $message"

list=$(call "$api/listaMesajeFactura?zile=1&cif=90123459")
echo "listed $(grep -oE '\{[^{}]*\}' <<<"$list" | grep -F "\"id\":\"$message\"" | field tip)"

call "$api/descarcare?id=$message" -o "$work/invoice.zip"
echo "downloaded $(grep -aoE '(semnatura_)?[0-9]+\.xml' "$work/invoice.zip" | sort -u | paste -sd ' ')"
