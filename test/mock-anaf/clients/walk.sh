#!/usr/bin/env bash
# A client of ANAF with ANAF's own addresses built in: nothing here knows of a mock but where its certificate comes from.
set -euo pipefail
login=https://logincert.anaf.ro/anaf-oauth2/v1
api=https://api.anaf.ro/test/FCTEL/rest
callback=https://localhost/callback
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

curl -sS "$MOCK_ANAF_ADMIN_URL/personas/administrator.pem" -o "$work/me.pem"

# The certificate is shown where the login asks for it; the walk ends at the callback, where nobody listens.
next="$login/authorize?response_type=code&client_id=$ANAF_CLIENT_ID&redirect_uri=$callback&token_content_type=jwt"
while [[ $next == https://logincert.anaf.ro/* ]]; do
  next=$(curl -sS --cert "$work/me.pem" -b "$work/jar" -c "$work/jar" -o /dev/null -w '%{redirect_url}' "$next")
done
code=${next#*code=}

token() { curl -sS -u "$ANAF_CLIENT_ID:$ANAF_CLIENT_SECRET" -d token_content_type=jwt "$@" "$login/token"; }
field() { grep -o "\"$1\":\"[^\"]*\"" | cut -d'"' -f4; }

tokens=$(token -d grant_type=authorization_code -d "code=$code" -d "redirect_uri=$callback")
tokens=$(token -d grant_type=refresh_token -d "refresh_token=$(field refresh_token <<<"$tokens")")
auth="Authorization: Bearer $(field access_token <<<"$tokens")"

upload=$(curl -sS -H "$auth" -H 'Content-Type: text/plain' --data-binary "@$1" "$api/upload?standard=UBL&cif=90123459")
id=$(grep -o 'index_incarcare="[0-9]*"' <<<"$upload" | cut -d'"' -f2)
for _ in 1 2 3 4 5 6 7 8 9 10; do
  status=$(curl -sS -H "$auth" "$api/stareMesaj?id_incarcare=$id")
  [[ $status == *'stare="in prelucrare"'* ]] || break
  sleep 1
done
list=$(curl -sS -H "$auth" "$api/listaMesajeFactura?zile=1&cif=90123459")
message=$(grep -o 'id_descarcare="[0-9]*"' <<<"$status" | cut -d'"' -f2)
curl -sS -H "$auth" "$api/descarcare?id=$message" -o "$work/invoice.zip"

[[ $status == *'stare="ok"'* && $list == *"\"id\":\"$message\""* ]]
echo "uploaded $id, downloaded $(head -c 2 "$work/invoice.zip")"
