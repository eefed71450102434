using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>The fold with its services.</summary>
internal static class Folds
{
    public static RollupFold Rollup(DeriveOptions? options = null) => new(new SlowLimits(options ?? new DeriveOptions()));

    public static BatchFold Batch(DeriveOptions? options = null)
    {
        options ??= new DeriveOptions();
        var sessions = new SessionFold(options, new SlowLimits(options), new Expiry(options));
        return new BatchFold(sessions, new MonitorFold(options), Rollup(options));
    }

    public static string[] TypesOf(this IEnumerable<SessionEvent> events) => [.. events.Select(happened => happened.Type)];

    public static SessionEvent[] OfType(this IEnumerable<SessionEvent> events, string type) => [.. events.Where(happened => happened.Type == type)];
}
