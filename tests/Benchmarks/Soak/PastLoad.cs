using System.Globalization;
using System.Net;
using Tidemark.Testing.Otlp;

namespace Tidemark.Benchmarks.Soak;

/// <summary>Sends the operations of four weeks in accelerated time, with new users and sessions every day.</summary>
internal sealed class PastLoad(Uri http, QuickTime time, int rate) : IDisposable
{
    private const int UsersOfDay = 2_000;
    private const int SessionsOfDay = 500;

    private readonly HttpClient _client = new() { BaseAddress = http };
    private readonly Random _random = new(1);

    /// <summary>Number of acknowledged operations.</summary>
    public long Acknowledged { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await second.WaitForNextTickAsync(stop))
            {
                var spans = Enumerable.Range(0, rate).Select(_ => Span(time.GetUtcNow())).ToArray();
                using var content = new ByteArrayContent(OtlpProtobuf.Traces(new OtlpResource<OtlpSpan>(spans)
                {
                    Attributes = new OtlpAttributes { { "service.name", "past" } },
                }));
                content.Headers.ContentType = new("application/x-protobuf");
                using var answer = await _client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content, CancellationToken.None);
                // Refused: skipped, the load continues with the next second.
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) continue;
                answer.EnsureSuccessStatusCode();
                Acknowledged += spans.Length;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancellation is the normal end.
        }
    }

    public void Dispose() => _client.Dispose();

    private OtlpSpan Span(DateTimeOffset now)
    {
        var day = now.DayOfYear;
        var start = (ulong)now.ToUnixTimeMilliseconds() * 1_000_000;
        return new OtlpSpan
        {
            StartNanos = start,
            EndNanos = start + (ulong)_random.Next(50, 3_000) * 1_000_000,
            Attributes = new OtlpAttributes
            {
                { "gen_ai.operation.name", "chat" }, { "gen_ai.provider.name", "openai" }, { "gen_ai.request.model", "gpt-5-mini" },
                { "session.id", Name("past", day, SessionsOfDay) }, { "user.id", Name("user", day, UsersOfDay) }, { "team", Name("team", 0, 20) },
                { "gen_ai.usage.input_tokens", _random.Next(100, 9_000) }, { "gen_ai.usage.output_tokens", _random.Next(10, 900) },
            },
        };
    }

    private string Name(string kind, int day, int many) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{day}-{_random.Next(many)}");
}
