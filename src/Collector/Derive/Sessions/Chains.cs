using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Determines the conversation of an operation.</summary>
internal static class Chains
{
    /// <summary>The conversation of inferences that name none.</summary>
    public const string Unnamed = "";

    /// <summary>
    /// The conversation that the operation names; if it names none, the unnamed one for an inference or a compaction, otherwise
    /// null: a tool or service call alone is not part of a conversation.
    /// </summary>
    public static string? IdOf(Operation operation)
    {
        if (!string.IsNullOrEmpty(operation.ConversationId)) return operation.ConversationId;
        return operation.Series.Kind == OperationKind.Inference || operation.Compaction is not null ? Unnamed : null;
    }

    /// <summary>Whether an inference determines its conversation's model and context fill: not if it failed or is a side call.</summary>
    public static bool IsMain(Operation operation) =>
        operation is { Series.Kind: OperationKind.Inference, Failure: null, IsSide: false };
}
