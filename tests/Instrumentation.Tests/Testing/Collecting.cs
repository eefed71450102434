using System.Collections.Concurrent;
using OpenTelemetry;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Keeps exported items as converted by a function, because exported objects may be reused.</summary>
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
