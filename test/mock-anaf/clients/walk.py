"""A client with ANAF's addresses built in, using only Python's standard library."""

import base64, http.cookiejar, io, json, os, re, ssl, sys, tempfile, time, urllib.error, urllib.parse, urllib.request, zipfile

LOGIN = "https://logincert.anaf.ro/anaf-oauth2/v1"
API = "https://api.anaf.ro/test/FCTEL/rest"
CALLBACK = "https://localhost/callback"
client_id, secret = os.environ["ANAF_CLIENT_ID"], os.environ["ANAF_CLIENT_SECRET"]


class StopAtCallback(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, request, fp, code, message, headers, url):
        if url.startswith(CALLBACK):
            raise StopIteration(url)
        return super().redirect_request(request, fp, code, message, headers, url)


def authorize():
    with urllib.request.urlopen(os.environ["MOCK_ANAF_ADMIN_URL"] + "/personas/administrator.pem") as answer:
        pem = answer.read()
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(pem)
        file.flush()
        context = ssl.create_default_context()
        context.load_cert_chain(file.name)
    browser = urllib.request.build_opener(
        urllib.request.HTTPSHandler(context=context),
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()),
        StopAtCallback(),
    )
    query = {"response_type": "code", "client_id": client_id, "redirect_uri": CALLBACK, "token_content_type": "jwt"}
    try:
        browser.open(f"{LOGIN}/authorize?{urllib.parse.urlencode(query)}")
    except StopIteration as stop:
        return dict(urllib.parse.parse_qsl(urllib.parse.urlparse(stop.value).query))["code"]
    raise SystemExit("the login kept the browser")


def token(**fields):
    body = urllib.parse.urlencode({"token_content_type": "jwt", **fields}).encode()
    basic = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
    request = urllib.request.Request(f"{LOGIN}/token", body, {"Authorization": f"Basic {basic}"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def call(method, body=None, **parameters):
    address = f"{API}/{method}?{urllib.parse.urlencode(parameters)}"
    headers = {"Authorization": "Bearer " + tokens["access_token"], "Content-Type": "text/plain"}
    with urllib.request.urlopen(urllib.request.Request(address, body, headers)) as answer:
        return answer.read()


code = authorize()
print(f"code of {len(code)} digits")
first = token(grant_type="authorization_code", code=code, redirect_uri=CALLBACK)
print("tokens", first["token_type"], first["expires_in"])
tokens = token(grant_type="refresh_token", refresh_token=first["refresh_token"])
are_new = all(tokens[name] != first[name] for name in ("access_token", "refresh_token"))
print("refreshed", tokens["token_type"], f"{tokens['expires_in']}, {'both new' if are_new else 'the same'}")

with open(sys.argv[1], "rb") as document:
    upload = call("upload", document.read(), standard="UBL", cif="90123459").decode()
upload_id = re.search(r'index_incarcare="(\d+)"', upload).group(1)
print("uploaded", upload_id)

for _ in range(10):
    status = call("stareMesaj", id_incarcare=upload_id).decode()
    if "in prelucrare" not in status:
        break
    time.sleep(1)
state, message_id = re.search(r'stare="(\w+)" id_descarcare="(\d+)"', status).groups()
print(f"status {state}, message {message_id}")

listed = json.loads(call("listaMesajeFactura", zile="1", cif="90123459"))["mesaje"]
print("listed", *[message["tip"] for message in listed if message["id"] == message_id])

archive = zipfile.ZipFile(io.BytesIO(call("descarcare", id=message_id)))
print("downloaded", *archive.namelist())
