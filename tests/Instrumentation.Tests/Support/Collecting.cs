using System.Collections.Concurrent;
using OpenTelemetry;

namespace Tidemark.Instrumentation.Tests.Support;

/// <summary>Keeps what a provider exports, as told by a function: exported objects may be used again.</summary>
internal sealed class Collecting<TExported, TKept>(Func<TExported, TKept> keep) : BaseExporter<TExported>
    where TExported : class
{
    private readonly ConcurrentQueue<TKept> _kept = new();

    public IReadOnlyList<TKept> All => [.. _kept];

    public override ExportResult Export(in Batch<TExported> batch)
    {
        foreach (var item in batch)
            _kept.Enqueue(keep(item));
        return ExportResult.Success;
    }
}
