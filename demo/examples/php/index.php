<?php // A page of a PHP application with <spv-authorize>: php -S localhost:8000 index.php
declare(strict_types=1);
const COMPANY = ['companyId' => '17', 'taxId' => '90123459', 'companyName' => 'Exemplu SRL']; // from your database
const VISITOR = ['userId' => 'maria', 'userName' => 'Maria Pop', 'permissions' => ['view', 'authorize']]; // from your login
define('BACKEND', getenv('SPV_BACKEND') ?: 'http://localhost:4001');
define('ELEMENT', getenv('SPV_ELEMENT') ?: __DIR__ . '/../../../widget/dist'); // or the dist folder of the package spv-authorize

/** Calls the backend from this server. The host key never reaches a browser. */
function callBackend(string $path, string $type, string $body): array {
    $curl = curl_init(BACKEND . "/host/v1$path");
    $headers = ['Authorization: Bearer ' . getenv('HOST_KEY'), "Content-Type: $type"];
    curl_setopt_array($curl, [CURLOPT_POSTFIELDS => $body, CURLOPT_HTTPHEADER => $headers, CURLOPT_RETURNTRANSFER => true]);
    $answer = curl_exec($curl);
    return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $answer === false ? '{"title": "The backend does not answer."}' : $answer];
}

$request = $_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$isOwnPage = ($_SERVER['HTTP_ORIGIN'] ?? '') === ($origin = 'http://' . $_SERVER['HTTP_HOST']); // or your framework's CSRF token
if ($request === 'POST /spv-session' && $isOwnPage) {
    [$status, $answer] = callBackend('/sessions', 'application/json', json_encode(COMPANY + VISITOR + ['origin' => $origin]));
    header('Content-Type: application/json', response_code: $status);
    exit($answer);
}
if (preg_match('~^GET /element/([\w.-]+\.js)$~', $request, $file) && is_file(ELEMENT . "/$file[1]")) {
    header('Content-Type: text/javascript');
    exit(file_get_contents(ELEMENT . "/$file[1]"));
}
$outcome = '';
if ($request === 'POST /send' && $isOwnPage) {
    $xml = file_get_contents(__DIR__ . '/../invoice.xml'); // from your application
    [$status, $answer] = callBackend('/companies/' . COMPANY['companyId'] . '/uploads', 'application/xml', $xml);
    $outcome = $status === 201 ? 'Trimisă la ANAF, încărcarea ' . json_decode($answer)->uploadId : 'Netrimisă: ' . json_decode($answer)->title;
}
?>
<!doctype html><html lang="ro"><meta charset="utf-8"><title>Facturi</title><script type="module" src="/element/spv-authorize.min.js"></script>
<spv-authorize backend-url="<?= BACKEND ?>" session-url="/spv-session"></spv-authorize>
<form method="post" action="/send"><button>Trimite e-Factura</button></form><p><?= htmlspecialchars($outcome) ?></p></html>
