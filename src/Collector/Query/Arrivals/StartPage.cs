using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tidemark.Collector.Query.Arrivals;

/// <summary>
/// <c>GET /</c>: the page that answers "is my data arriving?". It contains no data and needs no key: its script reads <c>/api/arrivals</c>
/// and the event stream, with a key if one is required.
/// </summary>
internal static partial class StartPage
{
    public const string Path = "/";

    private static readonly byte[] Content = Read();

    // Only the page's own script and style run: names sent by senders remain text.
    private static readonly string Policy =
        $"default-src 'none'; connect-src 'self'; img-src data:; style-src {HashOf(Style())}; script-src {HashOf(Script())}; base-uri 'none'; form-action "
            + "'none'; frame-ancestors 'none'";

    public static Task HandleAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        response.ContentLength = Content.Length;
        return response.Body.WriteAsync(Content, context.RequestAborted).AsTask();
    }

    private static byte[] Read()
    {
        using var stream = typeof(StartPage).Assembly.GetManifestResourceStream("Query/start.html")
            ?? throw new InvalidOperationException("The start page is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    private static string HashOf(Regex element) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.Match(Encoding.UTF8.GetString(Content)).Groups[1].Value)))}'";

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
