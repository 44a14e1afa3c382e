<?php
/*
 * A backend for <spv-authorize> in one file: it connects companies to ANAF (level 1 of the contract) and keeps their tokens
 * encrypted. It needs PHP 8.2 with curl and sodium, and a folder. Configuration, and what it lacks: README.md.
 *   the element      GET /v1/authorization · POST /v1/attempts · GET|DELETE /v1/attempts/{id}
 *   browsers         GET|POST /authorize/{ticket} · GET /callback
 *   your PHP code    require 'spv.php'; Spv\sign([…]) makes a session, Spv\accessToken($companyId, $taxId) is for calls to ANAF
 */
declare(strict_types=1);
namespace Spv;
const DEFAULTS = [
    'ANAF_LOGIN_URL' => 'https://logincert.anaf.ro', 'ANAF_LOGIN_ORIGINS' => 'https://login.anaf.ro',
    'ANAF_TOKEN_URL' => 'https://logincert.anaf.ro', 'ANAF_API_URL' => 'https://api.anaf.ro',
];
/** Code of a problem (RFC 9457) => HTTP status. */
const PROBLEMS = [
    'malformed-request' => 400, 'session-missing' => 401, 'session-expired' => 401, 'origin-refused' => 403,
    'permission-missing' => 403, 'attempt-unknown' => 404, 'not-found' => 404, 'attempt-ended' => 409, 'internal-error' => 500,
];
/** Code of a failure => its most likely cause, and whether trying again helps. */
const FAILURES = [
    'access-denied' => ['no-certificate-chosen', true], 'cancelled' => ['cancelled', true],
    'no-right-for-company' => ['another-companys-certificate', false], 'code-expired' => ['came-back-too-late', true],
    'no-right-for-any-company' => ['certificate-without-any-right', false], 'anaf-unavailable' => ['anaf-not-answering', true],
    'service-missing' => ['service-not-registered', false], 'application-refused' => ['application-not-registered', false],
];
/** Heading and text of each page, Romanian and English. %1$s: application, %2$s: company, %3$s: its CUI, %4$s: who asks. */
const TEXTS = [
    'confirm' => [
        ['%4$s îți cere să autorizezi e-Factura pentru %2$s, CUI %3$s', '%1$s folosește doar e-Factura și numai pentru această firmă; ANAF leagă permisiunea de certificatul tău. Certificatul și PIN-ul rămân la tine.', 'Continuă la ANAF'],
        ['%4$s asks you to authorize e-Factura for %2$s, CUI %3$s', '%1$s uses only e-Factura, and only for this company; ANAF ties the permission to your certificate. Certificate and PIN stay with you.', 'Continue to ANAF'],
    ],
    'succeeded' => [['Gata, %2$s este autorizată', 'Poți închide această fereastră și reveni la %1$s.'], ['Done, %2$s is authorized', 'You can close this window and return to %1$s.']],
    'failed' => [['Autorizarea nu a reușit', 'În %1$s vezi din ce cauză și ce ai de făcut. Poți închide această fereastră.'], ['The authorization did not succeed', '%1$s shows the reason and what to do. You can close this window.']],
    'verifying' => [['Încă verificăm', 'Rezultatul apare în %1$s. Poți închide această fereastră.'], ['Still checking', 'The result appears in %1$s. You can close this window.']],
    'ended' => [['Această adresă nu mai este valabilă', 'Nu s-a schimbat nimic. Începe din nou din %1$s.'], ['This address is no longer valid', 'Nothing has changed. Start again in %1$s.']],
    'elsewhere' => [['Autorizarea a fost începută în alt browser', 'Nu s-a schimbat nimic. Continuă acolo sau începe din nou din %1$s.'], ['The authorization was started in another browser', 'Nothing has changed. Continue there, or start again in %1$s.']],
    'broken' => [['Ceva nu a mers la noi', 'Nu ține de certificatul tău. Reîncearcă din %1$s.'], ['Something went wrong on our side', 'Your certificate is not the cause. Try again in %1$s.']],
];
final class Problem extends \Exception {} // its message is a code of PROBLEMS
if (PHP_SAPI !== 'cli' && debug_backtrace() === []) serve(); // not when your own code requires this file

/** A session for the element: a JWT with companyId, taxId, companyName, userName, permissions, origin and exp. */
function sign(array $claims): string {
    $text = base64Url('{"alg":"HS256","typ":"JWT"}') . '.' . base64Url(json_encode($claims, JSON_THROW_ON_ERROR));
    return "$text." . base64Url(hash_hmac('sha256', $text, config('HOST_KEY'), true));
}
/** For calls to ANAF, which opens every CUI of the certificate to it. Null: somebody has to authorize. */
function accessToken(string $companyId, string $taxId): ?string {
    $company = load(companyName($companyId, $taxId));
    return $company && time() < $company['accessExpiresAt'] ? $company['accessToken'] : null;
}

function serve(): void {
    ini_set('display_errors', '0');
    set_error_handler(fn (int $level, string $text) => throw new \ErrorException($text, severity: $level));
    ignore_user_abort(true); // a code works once, so its exchange goes on when the person closes the window
    foreach (['Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'Referrer-Policy: same-origin'] as $line) header($line);
    $path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
    try {
        if (strlen(config('HOST_KEY')) < 32) throw new \LogicException('HOST_KEY needs at least 32 characters.');
        route($_SERVER['REQUEST_METHOD'], substr($path, strlen((string) parse_url(config('PUBLIC_URL'), PHP_URL_PATH))));
    } catch (Problem $problem) {
        sendProblem($problem->getMessage());
    } catch (\Throwable $error) {
        error_log('spv: ' . $error::class . ": {$error->getMessage()} ({$error->getFile()}:{$error->getLine()})");
        str_contains($path, '/v1/') ? sendProblem('internal-error') : page(500, 'broken');
    }
}
function route(string $method, string $path): void {
    if (str_starts_with($path, '/v1/') && allowOrigin($method)) return;
    foreach ([
        'GET /v1/authorization' => readAuthorization(...),
        'POST /v1/attempts' => startAttempt(...),
        'GET /v1/attempts/([^/]+)' => readAttempt(...),
        'DELETE /v1/attempts/([^/]+)' => cancelAttempt(...),
        'GET /authorize/([^/]+)' => showTicket(...),
        'POST /authorize/([^/]+)' => openTicket(...),
        'GET /callback' => receiveCallback(...),
    ] as $route => $handle) {
        if (preg_match("~^$route\$~D", "$method $path", $found) === 1) { $handle(...array_slice($found, 1)); return; }
    }
    throw new Problem('not-found');
}
/** CORS: only pages of the allowed origins may call the API. Returns whether a preflight request was answered. */
function allowOrigin(string $method): bool {
    header('Vary: Origin');
    if (origin() === '') return false;
    if (!in_array(origin(), explode(',', config('ALLOWED_ORIGINS')), true)) throw new Problem('origin-refused');
    $allowed = ['Origin: ' . origin(), 'Methods: GET, POST, DELETE', 'Headers: Authorization, Content-Type'];
    foreach ($allowed as $what) header("Access-Control-Allow-$what");
    return $method === 'OPTIONS' && http_response_code(204);
}

/** The claims of the session that the request carries. They alone determine the company. */
function session(string $permission): array {
    $header = $_SERVER['HTTP_AUTHORIZATION'] ?? $_SERVER['REDIRECT_HTTP_AUTHORIZATION'] ?? '';
    [$head, $body, $signature] = explode('.', preg_replace('/^Bearer /i', '', $header)) + ['', '', ''];
    $isOurs = hash_equals(hash_hmac('sha256', "$head.$body", config('HOST_KEY'), true), fromBase64Url($signature));
    $claims = $isOurs ? json_decode(fromBase64Url($body), true) : null;
    foreach (['companyId', 'taxId', 'companyName', 'userName', 'permissions', 'origin', 'exp'] as $name) if (!isset($claims[$name])) throw new Problem('session-missing');
    if (time() >= $claims['exp']) throw new Problem('session-expired');
    if (origin() !== '' && origin() !== $claims['origin']) throw new Problem('origin-refused');
    if (!in_array($permission, $claims['permissions'], true)) throw new Problem('permission-missing');
    return $claims;
}
function readAuthorization(): void {
    $session = session('view');
    $company = load(companyName($session['companyId'], $session['taxId']));
    $connection = !$company ? ['status' => 'none'] : [
        'status' => time() < $company['accessExpiresAt'] ? 'active' : 'expired', 'via' => 'certificate', 'renewal' => (object) [],
        'rights' => ['verdict' => 'granted', 'checkedAt' => $company['authorizedAt']],
    ] + only($company, 'accessExpiresAt', 'reauthorizeBy', 'authorizedAt', 'authorizedBy', 'certificate');
    sendJson(200, [
        'now' => time(), 'company' => ['name' => $session['companyName'], 'taxId' => $session['taxId']],
        'application' => ['name' => config('APPLICATION_NAME'), 'services' => ['e-factura']],
        'capabilities' => ['form'], 'permissions' => $session['permissions'], 'authorization' => $connection,
    ]);
}
function startAttempt(): void {
    $session = session('authorize');
    $request = json_decode((string) file_get_contents('php://input', length: 16384), true);
    if (($request['mode'] ?? null) !== 'window') throw new Problem('malformed-request');
    $secret = newSecret();
    $attempt = ['id' => newId(), 'secretHash' => hashOf($secret), 'session' => $session, 'state' => 'created', 'expiresAt' => time() + 900];
    store("attempt-{$attempt['id']}", $attempt);
    sendJson(201, ['authorizeUrl' => config('PUBLIC_URL') . "/authorize/{$attempt['id']}$secret"] + attemptAnswer($attempt));
}
function readAttempt(string $id): void { sendJson(200, attemptAnswer(attemptOf(session('view'), $id))); }
function cancelAttempt(string $id): void {
    attemptOf(session('authorize'), $id);
    change($id, fn (array $attempt) => match (true) {
        $attempt['state'] === 'succeeded' => throw new Problem('attempt-ended'),
        isOver($attempt) => $attempt, // below, a failed attempt keeps its failure, which explains more
        default => ['state' => 'failed', 'isCancelled' => true] + $attempt + ['failure' => 'cancelled'],
    });
    http_response_code(204);
}

/** Shows who asks, and changes nothing: scanners of mail and previews of links open addresses, too. */
function showTicket(string $ticket): void {
    $attempt = attemptOfTicket($ticket);
    if ($attempt && !isOver($attempt)) page(200, 'confirm', $attempt);
    else page(410, $attempt && $attempt['state'] === 'succeeded' ? 'succeeded' : 'ended', $attempt);
}
/** Goes on to ANAF when the page that started the attempt, or our own page, sent the form. Opening it again is allowed. */
function openTicket(string $ticket): void {
    $attempt = attemptOfTicket($ticket);
    $isTrusted = $attempt && in_array(origin(), [$attempt['session']['origin'], ownOrigin()], true);
    if (!$isTrusted || isOver($attempt)) { showTicket($ticket); return; }
    [$state, $cookie] = [newSecret(), newSecret()];
    change($attempt['id'], fn (array $attempt) => ['stateHash' => hashOf($state), 'cookieHash' => hashOf($cookie), 'state' => 'at-anaf']
        + array_diff_key($attempt, ['failure' => '', 'certificate' => '']));
    setcookie(cookieName($attempt['id']), $cookie, ['expires' => time() + 1200, 'path' => '/', 'secure' => str_starts_with(cookieName(''), '__Host-'), 'httponly' => true, 'samesite' => 'Lax']);
    $query = ['response_type' => 'code', 'client_id' => config('ANAF_CLIENT_ID'), 'state' => $attempt['id'] . $state] + registration();
    header('Location: ' . config('ANAF_LOGIN_URL') . '/anaf-oauth2/v1/authorize?' . http_build_query($query), response_code: 303);
}
/** ANAF sends the browser here with a state, and a code or an error. A reload shows the stored result. */
function receiveCallback(): void {
    if (isset($_SERVER['HTTP_SEC_PURPOSE']) || isset($_SERVER['HTTP_PURPOSE'])) throw new Problem('not-found'); // a prefetch
    [$id, $state] = parts(text($_GET, 'state'));
    $page = 'ended';
    $attempt = change($id, function (array $attempt) use ($state, &$page) {
        if (!hash_equals($attempt['stateHash'] ?? '', hashOf($state))) return $attempt;
        $isSameBrowser = hash_equals($attempt['cookieHash'], hashOf(text($_COOKIE, cookieName($attempt['id']))));
        $page = !$isSameBrowser ? 'elsewhere' : ($attempt['state'] !== 'at-anaf' ? $attempt['state'] : (isOver($attempt) ? 'ended' : 'first'));
        return $page !== 'first' ? $attempt : ['state' => 'verifying', 'expiresAt' => max($attempt['expiresAt'], time() + 120)] + $attempt;
    });
    if ($page === 'first') $page = settle($attempt, connect($attempt['session']))['state'];
    page(['ended' => 410, 'elsewhere' => 403][$page] ?? 200, $page, $page === 'elsewhere' ? null : $attempt);
}
/** Exchanges the code and asks ANAF about the right for the CUI. Returns the company's record, or a failure. */
function connect(array $session): array {
    $errors = ['access_denied' => 'access-denied', 'unauthorized_client' => 'application-refused', 'invalid_request' => 'application-refused'];
    if (text($_GET, 'code') === '') return ['failure' => $errors[text($_GET, 'error')] ?? 'anaf-unavailable'];
    [$status, $tokens] = ask(config('ANAF_TOKEN_URL') . '/anaf-oauth2/v1/token', [
        CURLOPT_USERPWD => config('ANAF_CLIENT_ID') . ':' . config('ANAF_CLIENT_SECRET'),
        CURLOPT_POSTFIELDS => http_build_query(['grant_type' => 'authorization_code', 'code' => text($_GET, 'code')] + registration()),
    ]);
    if (isset($tokens['error'])) return ['failure' => $tokens['error'] === 'invalid_client' ? 'application-refused' : 'code-expired'];
    $claims = json_decode(fromBase64Url(explode('.', $tokens['access_token'] ?? '')[1] ?? ''), true);
    if (!isset($claims['issuer'], $claims['serial'], $claims['exp'])) return ['failure' => 'anaf-unavailable'];
    $list = config('ANAF_API_URL') . '/' . config('ANAF_ENVIRONMENT') . "/FCTEL/rest/listaMesajeFactura?zile=1&cif=" . urlencode($session['taxId']);
    [$status, $answer] = ask($list, [CURLOPT_HTTPHEADER => ["Authorization: Bearer {$tokens['access_token']}"]]);
    $says = fn (string $words) => str_contains($answer['eroare'] ?? '', $words);
    $failure = match (true) {
        $status !== 200 => $status === 403 ? 'service-missing' : 'anaf-unavailable',
        $says('Nu aveti drept in SPV') => 'no-right-for-company',
        $says('Nu exista niciun CIF') => 'no-right-for-any-company',
        isset($answer['mesaje']), $says('Nu exista mesaje'), $says('mai mare decat numarul de') => null, // it has the right
        default => 'anaf-unavailable',
    };
    return ['certificate' => ['issuer' => $claims['issuer'], 'serial' => $claims['serial']]] + ($failure ? ['failure' => $failure] : [
        'taxId' => $session['taxId'], 'authorizedAt' => time(), 'authorizedBy' => $session['userName'],
        'accessToken' => $tokens['access_token'], 'accessExpiresAt' => $claims['exp'], 'reauthorizeBy' => time() + 365 * 86400,
    ]);
}
/** Only a proven right replaces the company's authorization. */
function settle(array $opened, array $result): array {
    return change($opened['id'], function (array $attempt) use ($opened, $result) {
        if (isOver($attempt)) return $attempt; // cancelled meanwhile, or another window was faster
        if (!isset($result['failure'])) store(companyName($attempt['session']['companyId'], $attempt['session']['taxId']), $result);
        elseif ($attempt['stateHash'] !== $opened['stateHash']) return $attempt; // another window is still at ANAF
        return ['state' => isset($result['failure']) ? 'failed' : 'succeeded'] + only($result, 'failure', 'certificate') + $attempt;
    });
}
/** A failed attempt may be opened again until it lapses. */
function isOver(array $attempt): bool { return $attempt['state'] === 'succeeded' || isset($attempt['isCancelled']) || time() >= $attempt['expiresAt']; }
function attemptAnswer(array $attempt): array {
    $isLapsed = time() >= $attempt['expiresAt'] && !in_array($attempt['state'], ['succeeded', 'failed'], true);
    $view = ['attemptId' => $attempt['id'], 'expiresAt' => $attempt['expiresAt'], 'state' => $isLapsed ? 'lapsed' : $attempt['state']];
    if ($view['state'] !== 'failed') return ['now' => time(), 'attempt' => $view];
    [$cause, $isRetryable] = FAILURES[$attempt['failure']];
    return ['now' => time(), 'attempt' => $view + ['failure' => [
        'code' => $attempt['failure'], 'retryable' => $isRetryable, 'evidence' => (object) only($attempt, 'certificate'),
        'diagnosis' => ['causes' => [['cause' => $cause, 'likelihood' => 'likely', 'grounds' => ['usual-for-this-failure']]]],
    ]]];
}
function attemptOf(array $session, string $id): array {
    $attempt = preg_match('/^[0-9a-f]{16}$/D', $id) ? load("attempt-$id") : null;
    return $attempt && $attempt['session']['companyId'] === $session['companyId'] ? $attempt : throw new Problem('attempt-unknown');
}
function attemptOfTicket(string $ticket): ?array {
    [$id, $secret] = parts($ticket);
    $attempt = load("attempt-$id");
    return $attempt && hash_equals($attempt['secretHash'], hashOf($secret)) ? $attempt : null;
}
function page(int $status, string $name, ?array $attempt = null): void {
    $language = preg_match('/^\s*en\b/i', $_SERVER['HTTP_ACCEPT_LANGUAGE'] ?? '') ? 'en' : 'ro';
    $session = $attempt['session'] ?? ['companyName' => '', 'taxId' => '', 'userName' => ''];
    $values = array_map(htmlspecialchars(...), [config('APPLICATION_NAME'), $session['companyName'], $session['taxId'], $session['userName']]);
    [$heading, $text, $button] = array_map(fn ($words) => vsprintf($words, $values), TEXTS[$name][$language === 'ro' ? 0 : 1]) + ['', '', ''];
    $form = $button === '' ? '' : "<form method=\"post\"><button>$button</button></form>";
    [$nonce, $targets] = [newId(), config('ANAF_LOGIN_URL') . ' ' . config('ANAF_LOGIN_ORIGINS')]; // Chromium checks the redirects of a form, too
    header("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; style-src 'nonce-$nonce'; form-action 'self' $targets");
    header('Content-Type: text/html; charset=utf-8', response_code: $status);
    echo <<<HTML
        <!doctype html><html lang="$language"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>$heading</title>
        <style nonce="$nonce">:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; padding: 0 1rem } h1 { font-size: 1.375rem; line-height: 1.3; text-wrap: balance }
        body { max-width: 27rem; margin: 8vh auto; padding: .25rem 1.25rem 1.25rem; border: 1px solid #8886; border-radius: .75rem } button { width: 100%; min-height: 3rem; border: 0; border-radius: .5rem; background: #1a56b8; color: #fff; font: inherit }</style>
        <p>$values[0]</p><h1>$heading</h1><p>$text</p>$form</html>
        HTML;
}
function sendJson(int $status, array $body, string $type = 'application/json'): void {
    header("Content-Type: $type", response_code: $status);
    echo json_encode($body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
}
function sendProblem(string $code): void {
    $body = ['type' => 'about:blank', 'title' => ucfirst(strtr($code, '-', ' ')), 'status' => PROBLEMS[$code], 'code' => $code];
    sendJson(PROBLEMS[$code], $body, 'application/problem+json');
}
/** @return array{int, mixed} status and decoded answer of a call to ANAF; status 0 without an answer in time */
function ask(string $url, array $options): array {
    curl_setopt_array($curl = curl_init($url), $options + [CURLOPT_RETURNTRANSFER => true, CURLOPT_CONNECTTIMEOUT => 10, CURLOPT_TIMEOUT => 25]);
    $answer = curl_exec($curl);
    return [$answer === false ? 0 : curl_getinfo($curl, CURLINFO_RESPONSE_CODE), json_decode((string) $answer, true)];
}

/** Reads a record; null if there is none. Its name is authenticated as well, so that files cannot be exchanged. */
function load(string $name): ?array {
    $file = config('DATA_FOLDER') . "/$name";
    if (!is_file($file)) return null;
    $text = file_get_contents($file);
    $plain = sodium_crypto_aead_xchacha20poly1305_ietf_decrypt(substr($text, 24), $name, substr($text, 0, 24), encryptionKey());
    return $plain === false ? throw new \RuntimeException("$file does not open with ENCRYPTION_KEY") : json_decode($plain, true);
}
function store(string $name, array $record): void {
    $nonce = random_bytes(24);
    $temporary = config('DATA_FOLDER') . '/' . newId(); // renamed, so that a reader never sees half a file
    file_put_contents($temporary, $nonce . sodium_crypto_aead_xchacha20poly1305_ietf_encrypt(json_encode($record), $name, $nonce, encryptionKey()));
    rename($temporary, config('DATA_FOLDER') . "/$name");
}
/** Changes an attempt while no other request changes one. Null: there is no such attempt. */
function change(string $id, callable $change): ?array {
    flock($lock = fopen(config('DATA_FOLDER') . '/lock', 'c'), LOCK_EX);
    $attempt = load("attempt-$id");
    if ($attempt) store("attempt-$id", $attempt = $change($attempt));
    fclose($lock);
    return $attempt;
}
function config(string $name): string {
    static $file = null;
    $file ??= is_file(__DIR__ . '/spv-config.php') ? require __DIR__ . '/spv-config.php' : [];
    return $file[$name] ?? (getenv($name) ?: DEFAULTS[$name] ?? throw new \LogicException("Set $name in the environment or in spv-config.php."));
}
function registration(): array { return ['redirect_uri' => config('PUBLIC_URL') . '/callback', 'token_content_type' => 'jwt']; }
function encryptionKey(): string { return base64_decode(config('ENCRYPTION_KEY')); }
function companyName(string $companyId, string $taxId): string { return 'company-' . hashOf("$taxId $companyId"); } // another CUI: another record
function ownOrigin(): string { return (string) preg_replace('~^(\w+://[^/]+).*~', '$1', config('PUBLIC_URL')); }
function origin(): string { return $_SERVER['HTTP_ORIGIN'] ?? ''; }
function cookieName(string $attemptId): string { return (str_starts_with(config('PUBLIC_URL'), 'https:') ? '__Host-' : '') . "spv-o-$attemptId"; }
function text(array $values, string $name): string { return is_string($values[$name] ?? null) ? $values[$name] : ''; }
/** An attempt's id and a secret, as they stand in a ticket and in a state. */
function parts(string $text): array { return preg_match('/^([0-9a-f]{16})([\w-]{43})$/D', $text, $found) ? [$found[1], $found[2]] : ['', '']; }
function only(array $record, string ...$names): array { return array_intersect_key($record, array_flip($names)); }
function newId(): string { return bin2hex(random_bytes(8)); }
function newSecret(): string { return base64Url(random_bytes(32)); }
function hashOf(string $text): string { return hash('sha256', $text); }
function base64Url(string $bytes): string { return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '='); }
function fromBase64Url(string $text): string { return (string) base64_decode(strtr($text, '-_', '+/'), true); }
