using Tidemark.Benchmarks.Running;
using Tidemark.Collector.Pipeline;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Options of <c>bench ingest</c>.</summary>
/// <param name="Seconds">Sending time over all rounds.</param>
/// <param name="Rounds">Each sends, then copies the same rows.</param>
/// <param name="Rate">Operations per second; 0 = unlimited.</param>
/// <param name="Spans">Spans per request.</param>
/// <param name="Connections">Senders, each with one request at a time.</param>
/// <param name="Lanes">The collector's lanes, and the baseline's connections.</param>
/// <param name="Sessions">Number of sessions.</param>
/// <param name="CopyRows">Rows per COPY of the baseline: the collector's maximum per transaction.</param>
/// <param name="ShuffleMinutes">Minutes over which the starts of requests arriving one after the other are spread, in random order; 0 = in order.</param>
/// <param name="IsProfiled">Whether to print the database's time by statement.</param>
internal sealed record IngestOptions(
    int Seconds, int Rounds, int Rate, int Spans, int Connections, int Lanes, int Sessions, int CopyRows, int ShuffleMinutes, bool IsProfiled)
{
    public static IngestOptions From(Arguments arguments)
    {
        var rate = arguments.Int("rate", 0);
        var options = new IngestOptions(
            arguments.Int("seconds", 20),
            arguments.Int("rounds", 4),
            rate,
            arguments.Int("spans", rate == 0 ? 500 : 10),
            arguments.Int("connections", 64),
            arguments.Int("lanes", new PipelineOptions().Lanes),
            arguments.Int("sessions", 4_000),
            arguments.Int("copy-rows", new PipelineOptions().BatchOperations),
            arguments.Int("shuffle-minutes", 0),
            arguments.Int("profile", 0) != 0);
        arguments.RefuseUnknown();
        return options;
    }
}
