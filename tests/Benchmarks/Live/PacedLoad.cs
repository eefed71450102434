using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Tidemark.Testing.Otlp;

namespace Tidemark.Benchmarks.Live;

/// <summary>Sends operations at a constant rate; some of them start a session and thereby cause an event.</summary>
internal sealed class PacedLoad(Uri http, int rate, int eventsPerSecond) : IDisposable
{
    public const int SpansPerRequest = 20;

    private const int Sessions = 200;

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client = new() { BaseAddress = http };
    private readonly ConcurrentQueue<double> _answerTimes = new();
    private long _span;
    private int _nextEvent;

    public int RequestsPerSecond { get; } = Math.Max(1, rate / SpansPerRequest);

    /// <summary>Number of sessions started so far.</summary>
    public int Events => _nextEvent;

    /// <summary>Milliseconds until acknowledgement since the previous call, ascending.</summary>
    public double[] TakeAnswerTimes()
    {
        var times = new List<double>();
        while (_answerTimes.TryDequeue(out var time)) times.Add(time);
        return [.. times.Order()];
    }

    /// <param name="seconds">Duration.</param>
    /// <param name="sent">Null = warm-up, without new sessions.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Acknowledged operations per second.</returns>
    public async Task<double> RunAsync(int seconds, SentTimes? sent, CancellationToken cancellationToken)
    {
        var requests = seconds * RequestsPerSecond;
        var began = Stopwatch.GetTimestamp();
        var answers = new List<Task>(requests);
        var owed = 0.0;
        for (var request = 0; request < requests; request++)
        {
            var due = TimeSpan.FromSeconds((double)request / RequestsPerSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero) await Task.Delay(due, TimeProvider.System, cancellationToken);
            owed += (double)eventsPerSecond / RequestsPerSecond;
            var fresh = sent is null ? 0 : Math.Min((int)owed, sent.Count - _nextEvent);
            owed -= (int)owed;
            answers.Add(SendAsync(fresh, sent, cancellationToken));
        }

        await Task.WhenAll(answers);
        return requests * SpansPerRequest / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(int fresh, SentTimes? sent, CancellationToken cancellationToken)
    {
        var first = _nextEvent;
        _nextEvent += fresh;
        var now = (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000;
        var spans = Enumerable.Range(0, SpansPerRequest)
            .Select(i => Span(i < fresh ? $"{SentTimes.Prefix}{first + i}" : $"steady-{_span % Sessions}", now))
            .ToArray();
        var body = OtlpProtobuf.Traces(spans);
        for (var i = 0; i < fresh; i++) sent![first + i] = Stopwatch.GetTimestamp();
        var began = Stopwatch.GetTimestamp();
        while (!await IsTakenAsync(body, cancellationToken)) await Task.Delay(AfterRefusal, TimeProvider.System, cancellationToken);
        _answerTimes.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    // Refused requests are retried, as an exporter does.
    private async Task<bool> IsTakenAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/x-protobuf");
        using var answer = await _client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
        answer.EnsureSuccessStatusCode();
        return true;
    }

    private OtlpSpan Span(string session, ulong now)
    {
        _span++;
        return new OtlpSpan
        {
            StartNanos = now - 250_000_000,
            EndNanos = now,
            Attributes = new OtlpAttributes
            {
                { "gen_ai.operation.name", "chat" }, { "gen_ai.provider.name", "openai" }, { "gen_ai.request.model", "gpt-5" },
                { "session.id", session }, { "gen_ai.agent.name", "planner" }, { "gen_ai.usage.input_tokens", 800 }, { "gen_ai.usage.output_tokens", 90 },
            },
        };
    }
}
