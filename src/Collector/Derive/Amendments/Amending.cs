using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Amendments;

/// <summary>Compares the stored operations of some traces with the effective ones given all reports.</summary>
internal static class Amending
{
    /// <param name="stored">The stored operations of the traces, in any order.</param>
    /// <param name="reports">The other facts about the traces; the reported operations are restored from the stored ones.</param>
    public static IReadOnlyList<Amendment> Of(IReadOnlyList<Operation> stored, TraceReports reports)
    {
        var before = stored.ToDictionary(operation => operation.Key);
        var amendments = new List<Amendment>();
        foreach (var group in TraceGroups.Of(reports with { Operations = [.. stored.Select(ReportedFacts.Read)] }))
        {
            foreach (var (reported, effective) in TraceResolver.Resolve(group))
            {
                var old = before[reported.Key];
                if (!ReportedFacts.Differ(old, effective)) continue;
                amendments.Add(new Amendment(old, effective with { Reported = ReportedFacts.Write(reported, effective) }));
            }
        }

        amendments.Sort(static (one, other) => one.Before.Key.CompareTo(other.Before.Key));
        return amendments;
    }

    /// <summary>Whether an amendment changes rollups.</summary>
    public static bool IsCounted(Amendment amendment)
    {
        var (before, after) = (amendment.Before, amendment.After);
        return before.MirrorOf is null != after.MirrorOf is null
            || (before.MirrorOf is null
                && (before.CountedAs != after.CountedAs || before.Tokens != after.Tokens || before.Cost != after.Cost || before.Failure != after.Failure
                    || before.Duration != after.Duration || before.TimeToFirstTokenMs != after.TimeToFirstTokenMs || before.Bytes != after.Bytes
                    || !before.Labels.Span.SequenceEqual(after.Labels.Span) || before.UserId != after.UserId || before.Caller != after.Caller));
    }
}
