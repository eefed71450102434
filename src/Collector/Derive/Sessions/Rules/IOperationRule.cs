using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>Derives one type of event from operations. Rules get operations in event-time order, after their totals were added.</summary>
internal interface IOperationRule
{
    void Observe(SessionFolding folding, ConversationDraft? conversation, Operation operation);
}
