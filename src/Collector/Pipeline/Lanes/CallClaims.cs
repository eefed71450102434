using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Lets a call that its sender tells on several signals in once: whichever form of it is stored first.</summary>
internal static class CallClaims
{
    public static async Task<IReadOnlyList<Operation>> FilterAsync(LaneTransaction transaction, IReadOnlyList<Operation> operations, CancellationToken cancellationToken)
    {
        var told = operations.Where(operation => operation.CallId is not null).DistinctBy(operation => CallKey.Of(operation)!.Value).ToList();
        if (told.Count == 0) return operations;

        var claimed = await transaction.ClaimCallsAsync(told, cancellationToken);
        var first = new HashSet<Operation>(told.Where(operation => claimed.Contains(CallKey.Of(operation)!.Value)), ReferenceEqualityComparer.Instance);
        return [.. operations.Where(operation => operation.CallId is null || first.Contains(operation))];
    }
}
