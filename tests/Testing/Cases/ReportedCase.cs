using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tidemark.Testing.Recordings;

namespace Tidemark.Testing.Cases;

/// <summary>
/// Something that a public bug report says was counted wrong elsewhere: what its sender exports, in phases, a question to the database
/// and the right answer. Times (<c>@T:seconds@</c>, <c>@ISO:seconds@</c>) are relative to now; ids (<c>@TRACE:name@</c>,
/// <c>@SPAN:name@</c>, <c>@ID:name@</c>) are made up, the same for a name throughout the case.
/// </summary>
internal sealed partial class ReportedCase
{
    private readonly Dictionary<string, string> _made = [];
    private readonly DateTimeOffset _now;
    private readonly JsonElement _file;

    private ReportedCase(JsonElement file, DateTimeOffset now)
    {
        _file = file;
        _now = now;
    }

    public static IEnumerable<string> Names =>
        typeof(ReportedCase).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Cases/", StringComparison.Ordinal))
            .Select(name => name["Cases/".Length..^".json".Length])
            .Order(StringComparer.Ordinal);

    public string Query => Fill(_file.GetProperty("sql").GetString()!);

    public string Right => _file.GetProperty("want").GetString()!;

    public static ReportedCase Of(string name, DateTimeOffset now)
    {
        using var file = typeof(ReportedCase).Assembly.GetManifestResourceStream($"Cases/{name}.json")
            ?? throw new ArgumentException($"There is no case {name}.", nameof(name));
        using var document = JsonDocument.Parse(file);
        return new ReportedCase(document.RootElement.Clone(), now);
    }

    /// <summary>Requests in order; those of a later phase are sent after the earlier ones have been resolved.</summary>
    public IEnumerable<(int Phase, string Path, byte[] Body)> Posts() => _file.GetProperty("posts").EnumerateArray()
        .Select(post => (
            post.GetProperty("phase").GetInt32(), post.GetProperty("path").GetString()!, Encoding.UTF8.GetBytes(Fill(post.GetProperty("body").GetRawText()))));

    /// <summary>The case as recorded requests, without phases.</summary>
    public IEnumerable<RecordedRequest> Requests() => Posts()
        .Select(post => new RecordedRequest(post.Path[(post.Path.LastIndexOf('/') + 1)..], "", JsonNode.Parse(post.Body)!));

    private string Fill(string text) => Placeholder().Replace(text, match => match.Groups["kind"].Value switch
    {
        "T" => ((Moment(match) - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture),
        "ISO" => Moment(match).ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        _ => Made(match.Groups["kind"].Value, match.Groups["name"].Value),
    });

    private DateTimeOffset Moment(Match match) => _now.AddSeconds(double.Parse(match.Groups["name"].Value, CultureInfo.InvariantCulture));

    private string Made(string kind, string name)
    {
        if (_made.TryGetValue(kind + name, out var made)) return made;
        var id = Guid.NewGuid().ToString("N");
        return _made[kind + name] = kind switch
        {
            "TRACE" => id,
            "SPAN" => id[..16],
            _ => $"{name}-{id[..10]}",
        };
    }

    [GeneratedRegex("@(?<kind>T|ISO|TRACE|SPAN|ID):(?<name>[^@]+)@")]
    private static partial Regex Placeholder();
}
