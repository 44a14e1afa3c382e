"""A page of a Python application with <spv-authorize>: python3 host.py"""
import html, json, os, pathlib, urllib.error, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

company = {"companyId": "17", "taxId": "90123459", "companyName": "Exemplu SRL"}  # from your database
visitor = {"userId": "maria", "userName": "Maria Pop", "permissions": ["view", "authorize"]}  # from your login
backend, port = os.environ.get("SPV_BACKEND", "http://localhost:4001"), int(os.environ.get("PORT", "8000"))
origin, here = f"http://localhost:{port}", pathlib.Path(__file__).resolve().parent
element = pathlib.Path(os.environ.get("SPV_ELEMENT", here / "../../../widget/dist"))  # or dist of the package spv-authorize
page = f"""<!doctype html><html lang="ro"><meta charset="utf-8"><title>Facturi</title><script type="module" src="/element/spv-authorize.min.js"></script>
<spv-authorize backend-url="{backend}" session-url="/spv-session"></spv-authorize>
<form method="post" action="/send"><button>Trimite e-Factura</button></form>"""


def call_backend(path, kind, body):
    """Calls the backend from this server. The host key never reaches a browser."""
    headers = {"Authorization": f"Bearer {os.environ['HOST_KEY']}", "Content-Type": kind}
    try:
        answer = urllib.request.urlopen(urllib.request.Request(f"{backend}/host/v1{path}", body, headers))
        return answer.status, json.load(answer)
    except urllib.error.HTTPError as problem:
        return problem.code, json.load(problem)


class Host(BaseHTTPRequestHandler):
    def do_GET(self):
        file = element / pathlib.Path(self.path).name
        is_script = self.path.startswith("/element/") and file.suffix == ".js" and file.is_file()
        self.answer(200, "text/javascript" if is_script else "text/html", file.read_bytes() if is_script else page.encode())

    def do_POST(self):
        if self.headers["Origin"] != origin: return self.send_error(403)  # or your framework's CSRF token
        if self.path == "/spv-session":
            status, told = call_backend("/sessions", "application/json", json.dumps({**company, **visitor, "origin": origin}).encode())
            return self.answer(status, "application/json", json.dumps(told).encode())
        status, told = call_backend(f"/companies/{company['companyId']}/uploads", "application/xml", (here / "../invoice.xml").read_bytes())
        outcome = f"Trimisă la ANAF, încărcarea {told['uploadId']}" if status == 201 else f"Netrimisă: {told['title']}"
        self.answer(200, "text/html", f"{page}<p>{html.escape(outcome)}</p>".encode())

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)


server = ThreadingHTTPServer(("localhost", port), Host)
print(f"Open {origin}")
server.serve_forever()
