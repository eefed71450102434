namespace Tidemark.Collector.Query.Sessions;

/// <summary>A session's use of one model; see <c>session_models.sql</c>.</summary>
internal sealed record ModelUse(
    string Model,
    string Provider,
    int Calls,
    int Errors,
    double? AverageMs,
    double? LongestMs,
    long InputTokens,
    long OutputTokens,
    long CacheReadTokens,
    double? CostUsd);
