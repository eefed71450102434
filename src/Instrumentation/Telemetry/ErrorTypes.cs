using System.Net.Sockets;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Values of <c>error.type</c>, of low cardinality and without message text.</summary>
internal static class ErrorTypes
{
    public const string Other = "_OTHER";
    public const string Timeout = "timeout";
    public const string Connection = "connection_error";
    public const string Cancelled = "cancelled";

    private const int MaxDepth = 8;

    /// <summary>For exceptions without the token of their call: cancellation is the caller's unless a timeout shows.</summary>
    public static CancellationToken CancelledByCaller => new(canceled: true);

    /// <summary>
    /// Returns the HTTP status of the exception or the first inner exception that has one. Otherwise the first of them that is cancelled, timed out or
    /// failed to connect determines the value, and if there is none, the type's full name: of the exception, or of the last inner one of an
    /// <see cref="AggregateException"/>.
    /// </summary>
    /// <param name="exception">The exception; of several inner ones the last counts.</param>
    /// <param name="cancellationToken">The caller's token: cancellation without it, or with a timeout among the exceptions, is a timeout.</param>
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
