// A client with hard-coded ANAF addresses that uses only the class library.
using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

static class Walk
{
    const string Login = "https://logincert.anaf.ro/anaf-oauth2/v1";
    const string Api = "https://api.anaf.ro/test/FCTEL/rest";
    const string Callback = "https://localhost/callback";
    static readonly string clientId = Environment.GetEnvironmentVariable("ANAF_CLIENT_ID");
    static readonly string clientSecret = Environment.GetEnvironmentVariable("ANAF_CLIENT_SECRET");
    static readonly HttpClient client = new HttpClient();

    static void Main(string[] arguments)
    {
        var code = Authorize();
        Console.WriteLine("code of {0} digits", code.Length);

        var first = Token(new Dictionary<string, string> {
            { "grant_type", "authorization_code" }, { "code", code }, { "redirect_uri", Callback },
        });
        Console.WriteLine("tokens {0} {1}", Field(first, "token_type"), Field(first, "expires_in"));
        var second = Token(new Dictionary<string, string> {
            { "grant_type", "refresh_token" }, { "refresh_token", Field(first, "refresh_token") },
        });
        var areNew = new[] { "access_token", "refresh_token" }.All(name => Field(first, name) != Field(second, name));
        Console.WriteLine("refreshed {0} {1}, {2}", Field(second, "token_type"), Field(second, "expires_in"),
            areNew ? "both new" : "the same");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Field(second, "access_token"));

        var document = new StringContent(File.ReadAllText(arguments[0]), Encoding.UTF8, "text/plain");
        var upload = Read(client.PostAsync(Api + "/upload?standard=UBL&cif=90123459", document).Result);
        var uploadId = Attribute(upload, "index_incarcare");
        Console.WriteLine("uploaded {0}", uploadId);

        var status = Call("stareMesaj?id_incarcare=" + uploadId);
        for (var tries = 0; tries < 10 && Attribute(status, "stare") == "in prelucrare"; tries++)
        {
            Thread.Sleep(1000);
            status = Call("stareMesaj?id_incarcare=" + uploadId);
        }
        var messageId = Attribute(status, "id_descarcare");
        Console.WriteLine("status {0}, message {1}", Attribute(status, "stare"), messageId);

        var list = Call("listaMesajeFactura?zile=1&cif=90123459");
        var listed = Regex.Matches(list, "{[^{}]*}").Cast<Match>().First(match => Field(match.Value, "id") == messageId);
        Console.WriteLine("listed {0}", Field(listed.Value, "tip"));

        var archive = client.GetByteArrayAsync(Api + "/descarcare?id=" + messageId).Result;
        using (var zip = new ZipArchive(new MemoryStream(archive)))
            Console.WriteLine("downloaded {0}", string.Join(" ", zip.Entries.Select(entry => entry.FullName)));
    }

    // Does what the person's browser does, with their certificate. Mono's HttpClient sends no client certificate, but HttpWebRequest does.
    static string Authorize()
    {
        var adminUrl = Environment.GetEnvironmentVariable("MOCK_ANAF_ADMIN_URL");
        var keys = client.GetByteArrayAsync(adminUrl + "/personas/administrator.p12").Result;
        var certificate = new X509Certificate2(keys, "mock-anaf");
        var cookies = new CookieContainer();
        var next = new Uri(Login + "/authorize?response_type=code&token_content_type=jwt&client_id=" + clientId
            + "&redirect_uri=" + Uri.EscapeDataString(Callback));
        while (next.Host == "logincert.anaf.ro")
        {
            var request = (HttpWebRequest)WebRequest.Create(next);
            request.AllowAutoRedirect = false;
            request.CookieContainer = cookies;
            request.ClientCertificates.Add(certificate);
            using (var answer = request.GetResponse()) next = new Uri(next, answer.Headers["Location"]);
        }
        return Regex.Match(next.Query, "code=([0-9a-f]+)").Groups[1].Value;
    }

    static string Token(Dictionary<string, string> fields)
    {
        fields.Add("token_content_type", "jwt");
        var content = new FormUrlEncodedContent(fields);
        var request = new HttpRequestMessage(HttpMethod.Post, Login + "/token") { Content = content };
        var basic = Convert.ToBase64String(Encoding.ASCII.GetBytes(clientId + ":" + clientSecret));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        return Read(client.SendAsync(request).Result);
    }

    static string Call(string question)
    {
        return Read(client.GetAsync(Api + "/" + question).Result);
    }

    static string Read(HttpResponseMessage answer)
    {
        var text = answer.Content.ReadAsStringAsync().Result;
        if (!answer.IsSuccessStatusCode) throw new Exception((int)answer.StatusCode + " " + text);
        return text;
    }

    // Mono's class library cannot read JSON, but ANAF's JSON is flat.
    static string Field(string json, string name)
    {
        return Regex.Match(json, "\"" + name + "\":\"?([^\",}]*)").Groups[1].Value;
    }

    static string Attribute(string xml, string name)
    {
        return Regex.Match(xml, " " + name + "=\"([^\"]*)\"").Groups[1].Value;
    }
}
