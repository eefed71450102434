namespace Tidemark.Collector.Publish.Grafana;

/// <summary>The result of a push.</summary>
/// <param name="Reason">Null if accepted; otherwise what went wrong and how to fix it. Contains no secret.</param>
/// <param name="IsRefusal">Whether Grafana answered and refused this content.</param>
internal readonly record struct PushResult(string? Reason, bool IsRefusal = false)
{
    public static PushResult Taken { get; } = new(null);

    public static PushResult Resting { get; } = new("not tried so soon after a failure.");

    public bool IsTaken => Reason is null;
}
