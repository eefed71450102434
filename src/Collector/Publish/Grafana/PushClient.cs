using System.Net;
using System.Text;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>One push: <c>POST /api/live/push/tidemark</c>.</summary>
internal sealed class PushClient(GrafanaOptions options, GrafanaCredentials credentials, TimeProvider time) : IDisposable
{
    private readonly HttpClient _client = new(
        // A redirect means that this is not Grafana's root; pooled connections must notice DNS changes.
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.Timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    private readonly Uri? _address = string.IsNullOrWhiteSpace(options.Url)
        ? null
        : new Uri($"{options.Url.Trim().TrimEnd('/')}/api/live/push/{LiveStreams.Id}?gf_live_frame_format=labels_column");

    /// <summary>Does not throw on errors of Grafana.</summary>
    /// <exception cref="OperationCanceledException">The collector is stopping, or has lost the lease.</exception>
    public async Task<PushResult> PushAsync(string lines, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent(lines, Encoding.UTF8, "text/plain") };
            request.Headers.Authorization = await credentials.ReadAsync(either.Token);
            using var response = await _client.SendAsync(request, either.Token);
            return Of(response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PushResult($"no answer within {options.Timeout.TotalSeconds:0.#} s.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or UnauthorizedAccessException or FormatException)
        {
            return new PushResult($"{exception.Message.TrimEnd('.')}.");
        }
    }

    public void Dispose() => _client.Dispose();

    private static PushResult Of(HttpStatusCode status) => (int)status switch
    {
        200 => PushResult.Taken,
        401 or 403 =>
            new PushResult($"it answered {(int)status}. Check {GrafanaOptions.Section}'s token or password: a service account with role Viewer is enough."),
        404 or (>= 300 and < 400) =>
            new PushResult($"it answered {(int)status}. {GrafanaOptions.Section}:{nameof(GrafanaOptions.Url)} must be the root address of Grafana 8 or newer."),
        // Grafana answers 500 both for lines that it cannot parse and for its own failures.
        400 or 500 => new PushResult($"it answered {(int)status}.", IsRefusal: true),
        _ => new PushResult($"it answered {(int)status}."),
    };
}
