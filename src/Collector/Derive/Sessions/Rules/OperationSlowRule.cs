using System.Globalization;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>An operation took longer than its limit: reported at the time at which it ended, whenever it arrives.</summary>
internal sealed class OperationSlowRule(SlowLimits limits) : IOperationRule
{
    public void Observe(SessionFolding folding, ConversationDraft? conversation, Operation operation)
    {
        if (operation.Duration is not { } duration || !limits.IsSlow(operation)) return;

        var limit = limits.Of(operation.Series);
        var data = folding.Events.Data
            .WithMilliseconds("duration_ms", duration)
            .WithMilliseconds("limit_ms", limit)
            .Write();
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{Names.Of(operation)} took {duration.TotalSeconds:0.###} s, its limit is {limit.TotalSeconds:0.###} s.");
        folding.Events.Add(operation, EventTypes.OperationSlow, operation.EndedAt, message, data);
    }
}
