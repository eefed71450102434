using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Model.Operations;

/// <summary>The failure of an operation.</summary>
/// <param name="Type">The sender's low-cardinality <c>error.type</c>, or <c>_OTHER</c>.</param>
/// <param name="Class">rate_limit, timeout, auth, invalid_request, server, network, cancelled, refusal or other.</param>
/// <param name="IsLimited">Whether rollups count it under <see cref="Series.Overflow"/>, as its source has sent more types than they keep.</param>
internal sealed record Failure(string Type, string Class, bool IsLimited = false)
{
    public const string Unknown = "_OTHER";

    /// <summary>The class of operations cancelled by their caller.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The error type in rollups.</summary>
    public string CountedAs => IsLimited ? Series.Overflow : Type;
}
