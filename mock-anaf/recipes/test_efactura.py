# npx mock-anaf exec -- pytest test_efactura.py
import json, os, urllib.error, urllib.request
import pytest


def send(method, url, body=None, headers={}):
    data = None if body is None else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method)) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def mock(method, path, body={}):
    return send(method, os.environ["MOCK_ANAF_ADMIN_URL"] + path, body)[1]


def list_messages(tokens):
    """A stand-in for your application, with a hard-coded ANAF address. requests and httpx work the same way."""
    url = "https://api.anaf.ro/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=90123459"
    return send("GET", url, headers={"Authorization": "Bearer " + tokens["access_token"]})


@pytest.fixture(autouse=True)
def fresh_mock():
    mock("POST", "/reset")


def test_received_invoices_are_listed():
    mock("POST", "/companies/90123459/messages", {"count": 2})
    status, answer = list_messages(mock("POST", "/tokens", {"persona": "accountant"}))
    assert (status, len(answer["mesaje"])) == (200, 2)


def test_an_access_token_expires_after_90_days():
    tokens = mock("POST", "/tokens", {"persona": "accountant"})
    mock("PUT", "/clock", {"advanceSeconds": 90 * 86400})
    assert list_messages(tokens)[0] == 401


def test_a_limit_is_answered_with_429():
    mock("POST", "/scenario", {"name": "api-limit", "times": 1})
    assert list_messages(mock("POST", "/tokens", {"persona": "accountant"}))[0] == 429
