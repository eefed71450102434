using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Counts sessions, without session or user attributes, whose cardinality is unbounded.</summary>
internal static class SessionMetrics
{
    private static readonly UpDownCounter<long> Active = TidemarkSource.Meter.CreateUpDownCounter<long>(
        MetricNames.SessionActive, "{session}", "Sessions started here and not ended.");

    private static readonly Counter<long> Created = TidemarkSource.Meter.CreateCounter<long>(
        MetricNames.SessionCreated, "{session}", "Sessions started here.");

    private static readonly Counter<long> Ended = TidemarkSource.Meter.CreateCounter<long>(
        MetricNames.SessionEnded, "{session}", "Sessions ended here.");

    private static readonly Histogram<double> Duration = TidemarkSource.Meter.CreateHistogram(
        MetricNames.SessionDuration, "s", "From a session's start to its end.", advice: Buckets.SessionSeconds);

    public static bool IsEnabled => Active.Enabled || Created.Enabled || Ended.Enabled || Duration.Enabled;

    public static void RecordStarted(in Identity identity)
    {
        var tags = Tags(identity);
        Created.Add(1, tags);
        Active.Add(1, tags);
    }

    public static void RecordEnded(in Identity identity, double seconds)
    {
        var tags = Tags(identity);
        Active.Add(-1, tags);
        Ended.Add(1, tags);
        Duration.Record(seconds, tags);
    }

    /// <summary>A session that was not ended and can no longer be ended is not active.</summary>
    public static void RecordAbandoned(in Identity identity) => Active.Add(-1, Tags(identity));

    private static TagList Tags(in Identity identity)
    {
        var tags = default(TagList);
        tags.AddKnown(GenAiAttributes.AgentName, identity.Agent);
        tags.AddKnown(GenAiAttributes.WorkflowName, identity.Workflow);
        return tags;
    }
}
