namespace Tidemark.Collector.Model;

/// <summary>
/// The collector's own metrics: public names, never renamed. Label values come from closed lists, never from the data received.
/// </summary>
internal static class CollectorMeter
{
    public const string Name = "Tidemark.Collector";

    public const string Received = "tidemark.collector.received";
    public const string Stored = "tidemark.collector.stored";
    public const string Duplicate = "tidemark.collector.duplicate";
    public const string Rejected = "tidemark.collector.rejected";
    public const string Ignored = "tidemark.collector.ignored";
    public const string NotStored = "tidemark.collector.not_stored";
    public const string Overflowed = "tidemark.collector.labels.overflowed";
    public const string Refused = "tidemark.collector.refused";
    public const string RefusedConnections = "tidemark.collector.connections.refused";
    public const string Wait = "tidemark.collector.wait";
    public const string Queued = "tidemark.collector.queued";
    public const string CommitDuration = "tidemark.collector.commit.duration";
    public const string CommitItems = "tidemark.collector.commit.items";
    public const string DatabaseReady = "tidemark.collector.database.ready";
    public const string ReadersEnded = "tidemark.collector.readers.ended";
    public const string Subscribers = "tidemark.collector.live.subscribers";
    public const string CutOff = "tidemark.collector.live.cut_off";
    public const string LiveLag = "tidemark.collector.live.lag";
    public const string GrafanaPushes = "tidemark.collector.grafana.pushes";
    public const string GrafanaLag = "tidemark.collector.grafana.lag";
}
