using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>What one sort of event is derived from. Rules see operations in event-time order, after their totals were added.</summary>
internal interface IOperationRule
{
    void Observe(SessionFolding folding, ConversationDraft? conversation, Operation operation);
}
