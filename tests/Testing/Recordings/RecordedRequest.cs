using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tidemark.Testing.Recordings;

/// <summary>A recorded export request of a real program, as OTLP/JSON.</summary>
internal sealed partial record RecordedRequest(string Signal, string Service, JsonNode Body)
{
    public static readonly string[] Sets = ["agents", "python", "polyglot"];

    private static readonly string[] Times = ["startTimeUnixNano", "endTimeUnixNano", "timeUnixNano", "observedTimeUnixNano"];

    public static IReadOnlyList<RecordedRequest> Of(string set)
    {
        using var packed = typeof(RecordedRequest).Assembly.GetManifestResourceStream($"Recordings/{set}.jsonl.gz")
            ?? throw new ArgumentException($"There is no recording {set}.", nameof(set));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var requests = new List<RecordedRequest>();
        while (reader.ReadLine() is { } line)
        {
            var node = JsonNode.Parse(line)!;
            requests.Add(new RecordedRequest((string)node["signal"]!, (string?)node["service"] ?? "", node["body"]!.DeepClone()));
        }

        return requests;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Body.ToJsonString());

    /// <summary>The request with all times shifted.</summary>
    public RecordedRequest Later(TimeSpan by)
    {
        var body = Body.DeepClone();
        Shift(body, by.Ticks * 100);
        return this with { Body = body };
    }

    /// <summary>The latest time in the request, nanoseconds since 1970.</summary>
    public long LatestNanos() => LatestIn(Body);

    /// <summary>Splits the request into one per span, log record or metric.</summary>
    public IEnumerable<RecordedRequest> Split()
    {
        var (resources, scopes, items) = Signal switch
        {
            "traces" => ("resourceSpans", "scopeSpans", "spans"),
            "logs" => ("resourceLogs", "scopeLogs", "logRecords"),
            _ => ("resourceMetrics", "scopeMetrics", "metrics"),
        };
        foreach (var resource in Body[resources]?.AsArray() ?? [])
        {
            foreach (var scope in resource![scopes]?.AsArray() ?? [])
            {
                foreach (var item in scope![items]?.AsArray() ?? [])
                {
                    var one = scope.DeepClone().AsObject();
                    one[items] = new JsonArray(item!.DeepClone());
                    var whole = resource.DeepClone().AsObject();
                    whole[scopes] = new JsonArray(one);
                    yield return this with { Body = new JsonObject { [resources] = new JsonArray(whole) } };
                }
            }
        }
    }

    /// <summary>Merges requests of one signal.</summary>
    public static RecordedRequest Joined(IReadOnlyList<RecordedRequest> requests)
    {
        var name = requests[0].Body.AsObject().Single().Key;
        var resources = requests.SelectMany(request => request.Body[name]!.AsArray()).Select(resource => resource!.DeepClone()).ToArray();
        return requests[0] with { Body = new JsonObject { [name] = new JsonArray(resources) } };
    }

    private static void Shift(JsonNode? node, long nanos)
    {
        foreach (var (parent, key, value) in TimesIn(node).ToList()) parent[key] = (value + nanos).ToString(CultureInfo.InvariantCulture);
        foreach (var (parent, text) in DatesIn(node).ToList()) parent["stringValue"] = Date().Replace(text, date => Later(date.Value, nanos));
    }

    private static string Later(string date, long nanos) =>
        DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            .AddTicks(nanos / 100).UtcDateTime
            .ToString("O", CultureInfo.InvariantCulture);

    private static long LatestIn(JsonNode node) => TimesIn(node).Select(time => time.Nanos).DefaultIfEmpty().Max();

    private static IEnumerable<(JsonObject Parent, string Key, long Nanos)> TimesIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(TimesIn),
        JsonObject fields => fields.ToList().SelectMany(field =>
            Times.Contains(field.Key) && long.TryParse(field.Value?.ToString(), out var nanos) && nanos > 0
                ? [(fields, field.Key, nanos)]
                : TimesIn(field.Value)),
        _ => [],
    };

    // Attributes that contain a time, as text or JSON.
    private static IEnumerable<(JsonObject Parent, string Text)> DatesIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(DatesIn),
        JsonObject fields => fields.ToList().SelectMany(field =>
            field.Key == "stringValue" && (string?)field.Value is { } text && Date().IsMatch(text) ? [(fields, text)] : DatesIn(field.Value)),
        _ => [],
    };

    [GeneratedRegex("""(?<=^"?)20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?(?="?$)""")]
    private static partial Regex Date();
}
