using System.Net;
using System.Net.Http.Headers;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Sends batches to any of several collectors, with retries until they are acknowledged, as exporters do.</summary>
internal sealed class Sender(IReadOnlyList<Uri> collectors) : IDisposable
{
    public const int BatchSize = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private int _acknowledged;
    private int _refused;

    /// <summary>Operations acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged) * BatchSize;

    /// <summary>Number of batches that were retried.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Runs until cancelled; the current batch is retried until it is acknowledged.</summary>
    /// <exception cref="InvalidOperationException">A collector's response makes senders drop data.</exception>
    public Task RunAsync(int senders, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, senders).Select(async number =>
    {
        for (var turn = number; !stop.IsCancellationRequested; turn++)
        {
            var batch = OtlpProtobuf.Traces(Calls.Inferences(BatchSize, sessions: 7, start: TimeProvider.System.GetUtcNow().AddSeconds(-5)));
            while (!await TrySendAsync(collectors[turn % collectors.Count], batch))
            {
                Interlocked.Increment(ref _refused);
                turn++;
                await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
            }

            Interlocked.Increment(ref _acknowledged);
        }
    }));

    /// <returns>False = retry.</returns>
    public async Task<bool> TrySendAsync(Uri collector, byte[] batch)
    {
        using var content = new ByteArrayContent(batch);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        try
        {
            using var response = await _client.PostAsync(new Uri(collector, "/v1/traces"), content);
            var answer = await response.Content.ReadAsByteArrayAsync();
            if (response.StatusCode == HttpStatusCode.OK && answer.Length == 0) return true;
            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) return false;
            throw new InvalidOperationException($"{response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
