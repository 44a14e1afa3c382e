"""A client of ANAF with ANAF's own addresses built in, on nothing but Python's standard library."""

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


tokens = token(grant_type="authorization_code", code=authorize(), redirect_uri=CALLBACK)
tokens = token(grant_type="refresh_token", refresh_token=tokens["refresh_token"])


def call(method, body=None, **parameters):
    address = f"{API}/{method}?{urllib.parse.urlencode(parameters)}"
    headers = {"Authorization": "Bearer " + tokens["access_token"], "Content-Type": "text/plain"}
    with urllib.request.urlopen(urllib.request.Request(address, body, headers)) as answer:
        return answer.read()


with open(sys.argv[1], "rb") as document:
    upload = call("upload", document.read(), standard="UBL", cif="90123459").decode()
upload_id = re.search(r'index_incarcare="(\d+)"', upload).group(1)
for _ in range(10):
    status = call("stareMesaj", id_incarcare=upload_id).decode()
    if "in prelucrare" not in status:
        break
    time.sleep(1)
message_id = re.search(r'stare="ok" id_descarcare="(\d+)"', status).group(1)
listed = json.loads(call("listaMesajeFactura", zile="1", cif="90123459"))["mesaje"]
assert message_id in [message["id"] for message in listed], listed
names = zipfile.ZipFile(io.BytesIO(call("descarcare", id=message_id))).namelist()
assert names == [f"{upload_id}.xml", f"semnatura_{upload_id}.xml"], names
print(f"uploaded {upload_id}, downloaded PK")
