using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Pipeline;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>A pipeline that commits to memory, or gives predefined answers.</summary>
internal sealed class IngestInMemory : IIngest
{
    private readonly Lock _lock = new();
    private readonly List<string> _committed = [];
    private int _opened;

    /// <summary>The result of commits; null = stored.</summary>
    public Func<CancellationToken, Task<IngestResult>>? OnCommit { get; set; }

    /// <summary>Called for each batch that is opened.</summary>
    public Action? OnOpen { get; set; }

    public int Opened => Volatile.Read(ref _opened);

    public string? LastSource { get; private set; }

    /// <summary>Names of committed spans, log events and metrics.</summary>
    public IReadOnlyList<string> Committed
    {
        get
        {
            lock (_lock) return [.. _committed];
        }
    }

    /// <summary>The response before a body is read; null = it is read.</summary>
    public IngestResult? Refusal { get; set; }

    public IIngestBatch OpenOwn(OtlpSignal signal, string source) => throw new NotSupportedException();

    public IIngestBatch? TryOpen(in IngestRequest request, out IngestResult refusal)
    {
        refusal = default;
        Interlocked.Increment(ref _opened);
        LastSource = request.Source;
        OnOpen?.Invoke();
        return new Batch(this);
    }

    private sealed class Batch(IngestInMemory ingest) : IIngestBatch
    {
        private readonly List<string> _items = [];
        private int _rejected;
        private string? _firstReason;

        public void OnSpan(SpanRecord span) => _items.Add(Encoding.UTF8.GetString(span.Name.Span));

        public void OnLog(LogRecord log) => _items.Add(Encoding.UTF8.GetString(log.EventName.Span));

        public void OnMetricPoint(MetricPointRecord point) => _items.Add(Encoding.UTF8.GetString(point.Name.Span));

        public void OnRejected(string reason)
        {
            _rejected++;
            _firstReason ??= reason;
        }

        public async Task<IngestResult> CommitAsync(CancellationToken cancellationToken)
        {
            var result = ingest.OnCommit is { } commit ? await commit(cancellationToken) : IngestResult.Stored(_rejected, _firstReason);
            if (!result.Committed) return result;
            lock (ingest._lock) ingest._committed.AddRange(_items);
            return result;
        }

        public void Dispose()
        {
        }
    }
}
