namespace Tidemark.Collector.Model;

/// <summary>Why an operation did not end well.</summary>
/// <param name="Type">The emitter's low-cardinality <c>error.type</c>, or <c>_OTHER</c>.</param>
/// <param name="Class">rate_limit, timeout, auth, invalid_request, server, network, cancelled, refusal or other.</param>
internal sealed record Failure(string Type, string Class)
{
    public const string Unknown = "_OTHER";

    /// <summary>The class of what ended because its caller went away.</summary>
    public const string Cancelled = "cancelled";
}
