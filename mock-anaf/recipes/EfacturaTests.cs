// npx mock-anaf exec -- dotnet test
using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

public class EfacturaTests
{
    static readonly HttpClient client = new HttpClient();

    [Fact]
    public async Task ReceivedInvoicesAreListed()
    {
        await Mock("POST", "/reset");
        await Mock("POST", "/companies/90123459/messages", "{\"count\": 2}");
        var answer = await ListMessages(await AccessToken());
        var messages = Regex.Matches(await answer.Content.ReadAsStringAsync(), "\"id_solicitare\"");
        Assert.Equal(2, messages.Count);
    }

    [Fact]
    public async Task AnAccessTokenExpiresAfter90Days()
    {
        await Mock("POST", "/reset");
        var token = await AccessToken();
        await Mock("PUT", "/clock", "{\"advanceSeconds\": " + 90 * 86400 + "}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await ListMessages(token)).StatusCode);
    }

    [Fact]
    public async Task ALimitIsAnsweredWith429()
    {
        await Mock("POST", "/reset");
        await Mock("POST", "/scenario", "{\"name\": \"api-limit\", \"times\": 1}");
        Assert.Equal(429, (int)(await ListMessages(await AccessToken())).StatusCode);
    }

    // A stand-in for your application, with a hard-coded ANAF address.
    static Task<HttpResponseMessage> ListMessages(string accessToken)
    {
        var url = "https://api.anaf.ro/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=90123459";
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client.SendAsync(request);
    }

    static async Task<string> AccessToken()
    {
        var tokens = await Mock("POST", "/tokens", "{\"persona\": \"accountant\"}");
        return Regex.Match(tokens, "\"access_token\":\"([^\"]+)\"").Groups[1].Value;
    }

    static async Task<string> Mock(string method, string path, string body = "{}")
    {
        var url = Environment.GetEnvironmentVariable("MOCK_ANAF_ADMIN_URL") + path;
        var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new StringContent(body) };
        return await (await client.SendAsync(request)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
