using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Which conversation an operation belongs to.</summary>
internal static class Chains
{
    /// <summary>The chain of inferences that name no conversation.</summary>
    public const string Unnamed = "";

    /// <summary>
    /// The conversation that the operation names; without one, the unnamed chain if it is an inference or a compaction;
    /// else null: a tool or service call alone is no conversation.
    /// </summary>
    public static string? IdOf(Operation operation)
    {
        if (!string.IsNullOrEmpty(operation.ConversationId)) return operation.ConversationId;
        return operation.Series.Kind == OperationKind.Inference || operation.Compaction is not null ? Unnamed : null;
    }
}
