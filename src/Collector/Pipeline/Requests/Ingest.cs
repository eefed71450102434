using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Admission;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Opens a batch per request while there is capacity and a database.</summary>
internal sealed class Ingest(
    RecogniserPool recognisers,
    LaneSet lanes,
    AdmissionControl admission,
    Database database,
    PipelineOptions options,
    PipelineMetrics metrics,
    IgnoredLog ignored,
    OverflowLog overflow,
    TimeProvider time) : IIngest
{
    public IngestResult? Refusal => database.IsReady ? (admission.Look() is { } cause ? Refused(cause) : null) : Away();

    public IIngestBatch? TryOpen(in IngestRequest request, out IngestResult refusal)
    {
        refusal = default;
        if (!database.IsReady) refusal = Away();
        else if (admission.TryAdmit(request, out var cause, out var reservation)) return Open(request.Signal, request.Source, reservation);
        else refusal = Refused(cause);
        return null;
    }

    public IIngestBatch OpenOwn(OtlpSignal signal, string source) => Open(signal, source, reservation: null);

    private IngestBatch Open(OtlpSignal signal, string source, Reservation? reservation) =>
        new(recognisers, lanes, reservation, options, metrics, ignored, overflow, time, signal, source);

    private IngestResult Away() => IngestResult.Unavailable(RefusalCause.DatabaseAway, database.Reason, options.RetryAfter);

    private IngestResult Refused(RefusalCause cause) => IngestResult.Unavailable(
        cause,
        cause == RefusalCause.Stalled
            ? "The database has not committed in time; the request was not stored."
            : "The collector is overloaded; the request was not stored.",
        options.RetryAfter);
}
