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

    /// <summary>Whether an inference says what its chain's model and fill are: not if it failed or was made beside the conversation.</summary>
    public static bool IsMain(Operation operation) =>
        operation is { Series.Kind: OperationKind.Inference, Failure: null, IsSide: false };
}
