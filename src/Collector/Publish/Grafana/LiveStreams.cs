namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Names of what is pushed, as dashboards read them: public, never renamed. Channels are <c>stream/tidemark/MEASUREMENT</c>.</summary>
internal static class LiveStreams
{
    public const string Id = "tidemark";

    public const string Now = "now";
    public const string Models = "models";
    public const string Events = "events";

    /// <summary>The one tag of <see cref="Models"/>.</summary>
    public const string ModelTag = "model";

    /// <summary>
    /// The one tag of <see cref="Events"/>: a browser keeps a set of columns for each session, a stream of its own Grafana would never forget.
    /// </summary>
    public const string SessionTag = "session_id";
}
