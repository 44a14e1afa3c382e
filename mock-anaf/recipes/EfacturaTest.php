<?php
// npx mock-anaf exec -- phpunit EfacturaTest.php

use PHPUnit\Framework\TestCase;

final class EfacturaTest extends TestCase
{
    protected function setUp(): void
    {
        $this->mock('POST', '/reset');
    }

    public function testReceivedInvoicesAreListed(): void
    {
        $this->mock('POST', '/companies/90123459/messages', ['count' => 2]);
        [$status, $list] = $this->listMessages($this->mock('POST', '/tokens', ['persona' => 'accountant']));
        $this->assertSame([200, 2], [$status, count($list['mesaje'])]);
    }

    public function testAnAccessTokenExpiresAfter90Days(): void
    {
        $tokens = $this->mock('POST', '/tokens', ['persona' => 'accountant']);
        $this->mock('PUT', '/clock', ['advanceSeconds' => 90 * 86400]);
        $this->assertSame(401, $this->listMessages($tokens)[0]);
    }

    public function testALimitIsAnsweredWith429(): void
    {
        $this->mock('POST', '/scenario', ['name' => 'api-limit', 'times' => 1]);
        $this->assertSame(429, $this->listMessages($this->mock('POST', '/tokens', ['persona' => 'accountant']))[0]);
    }

    /** A stand-in for your application, with a hard-coded ANAF address. Guzzle works the same way. */
    private function listMessages(array $tokens): array
    {
        $url = 'https://api.anaf.ro/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=90123459';
        return $this->send('GET', $url, ["Authorization: Bearer {$tokens['access_token']}"]);
    }

    private function mock(string $method, string $path, array $body = []): array
    {
        return $this->send($method, getenv('MOCK_ANAF_ADMIN_URL') . $path, [], json_encode((object) $body))[1];
    }

    private function send(string $method, string $url, array $headers, ?string $body = null): array
    {
        $curl = curl_init($url);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method, CURLOPT_HTTPHEADER => $headers,
            CURLOPT_POSTFIELDS => $body, CURLOPT_RETURNTRANSFER => true,
        ]);
        $text = curl_exec($curl);
        if ($text === false) throw new RuntimeException(curl_error($curl));
        return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), json_decode($text, true)];
    }
}
