namespace Tidemark.Collector.Model;

/// <summary>Why an operation did not end well.</summary>
/// <param name="Type">The emitter's low-cardinality <c>error.type</c>, or <c>_OTHER</c>.</param>
/// <param name="Class">rate_limit, timeout, auth, invalid_request, server, network, cancelled, refusal or other.</param>
/// <param name="IsLimited">Whether rollups count it under <see cref="Series.Overflow"/>: its source has sent more types than they keep apart.</param>
internal sealed record Failure(string Type, string Class, bool IsLimited = false)
{
    public const string Unknown = "_OTHER";

    /// <summary>The class of what ended because its caller went away.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The type that rollups count it under.</summary>
    public string CountedAs => IsLimited ? Series.Overflow : Type;
}
