namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Names of the pushed streams, as dashboards use them: public, never renamed. Channels are <c>stream/tidemark/MEASUREMENT</c>.</summary>
internal static class LiveStreams
{
    public const string Id = "tidemark";

    public const string Now = "now";
    public const string Models = "models";
    public const string Events = "events";

    /// <summary>The only tag of <see cref="Models"/>.</summary>
    public const string ModelTag = "model";

    /// <summary>
    /// The only tag of <see cref="Events"/>: browsers keep a set of columns per session, whereas Grafana would keep a stream per session forever.
    /// </summary>
    public const string SessionTag = "session_id";
}
