using System.Net.Sockets;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>
/// Values of <c>error.type</c>, of low cardinality and without message text: an HTTP status, otherwise timeout or connection, otherwise the exception's type.
/// </summary>
internal static class ErrorTypes
{
    public const string Other = "_OTHER";
    public const string Timeout = "timeout";
    public const string Connection = "connection_error";
    public const string Cancelled = "cancelled";

    private const int MaxDepth = 8;

    /// <summary>For exceptions without the token of their call: cancellation is the caller's unless a timeout shows.</summary>
    public static CancellationToken CancelledByCaller => new(canceled: true);

    /// <param name="exception">The exception, including its inner exceptions.</param>
    /// <param name="cancellationToken">The caller's token: cancellation without it is a timeout of the client.</param>
    public static string Of(Exception? exception, CancellationToken cancellationToken)
    {
        if (exception is null)
            return Other;

        var chain = Chain(exception);
        foreach (var link in chain)
        {
            if (ErrorStatus.Of(link) is { } status)
                return status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var link in chain)
        {
            if (link is OperationCanceledException)
                return IsTimeout(chain) || !cancellationToken.IsCancellationRequested ? Timeout : Cancelled;
            if (link is TimeoutException && !ReferenceEquals(link, exception))
                return Timeout;
            if (link is SocketException or HttpRequestException || link.GetType().FullName is "System.Net.Http.HttpIOException")
                return Connection;
        }

        return (exception is AggregateException ? chain.Last() : exception).GetType().FullName ?? Other;
    }

    private static bool IsTimeout(List<Exception> chain) => chain.Any(static link => link is TimeoutException);

    private static List<Exception> Chain(Exception exception)
    {
        var chain = new List<Exception>();
        for (var link = exception; link is not null && chain.Count < MaxDepth;)
        {
            chain.Add(link);

            // The last of several attempts shows how the call ended.
            link = link is AggregateException { InnerExceptions: { Count: > 0 } tries } ? tries[tries.Count - 1] : link.InnerException;
        }

        return chain;
    }
}
