using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>An operation failed: reported at the time at which it ended, whenever it arrives. Cancellation by the caller is not a failure.</summary>
internal sealed class OperationFailedRule : IOperationRule
{
    public void Observe(SessionFolding folding, ConversationDraft? conversation, Operation operation)
    {
        if (operation is not { IsError: true, Failure: { } failure }) return;

        var data = folding.Events.Data
            .With("error_type", failure.Type)
            .With("error_class", failure.Class)
            .With("operation", operation.Series.Operation)
            .Write();
        folding.Events.Add(operation, EventTypes.OperationFailed, operation.EndedAt, $"{Names.Of(operation)} failed: {failure.Type}.", data);
    }
}
