using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Sessions;

/// <summary>The session created for a trace that names none.</summary>
internal static class InferredSession
{
    private const string Prefix = "trace:";
    private const int TraceIdLength = 2 * TraceId.Size;

    public static string IdOf(TraceId traceId) => Prefix + traceId;

    public static bool IsInferred(string sessionId) =>
        sessionId.Length == Prefix.Length + TraceIdLength && sessionId.StartsWith(Prefix, StringComparison.Ordinal);
}
