namespace Tidemark.Collector.Publish.Grafana;

/// <summary>What became of one push.</summary>
/// <param name="Reason">Null = taken; else what went wrong and what to do, for people. Holds no secret.</param>
/// <param name="IsRefusal">Grafana was there and did not want this content.</param>
internal readonly record struct PushResult(string? Reason, bool IsRefusal = false)
{
    public static PushResult Taken { get; } = new(null);

    public static PushResult Resting { get; } = new("not tried so soon after a failure.");

    public bool IsTaken => Reason is null;
}
