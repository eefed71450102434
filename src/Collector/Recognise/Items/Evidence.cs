using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>What a span is by what it carries, where its sender's word for it is not known.</summary>
internal sealed class Evidence(ItemReader item)
{
    /// <summary>The span reports tokens of its own.</summary>
    public bool HasTokens => item.Integer(Field.InputTokens) > 0 || item.Integer(Field.OutputTokens) > 0;

    /// <summary>A model and tokens are a model call; a tool and the id of its call are a tool's run; all else is nothing.</summary>
    public OperationType? TypeOf(ReadOnlySpan<byte> spanName)
    {
        if (HasTokens && !(item.Text(Field.RequestModel).IsEmpty && item.Text(Field.ResponseModel).IsEmpty))
        {
            return IsEmbedding(item.Text(Field.Verb)) || IsEmbedding(spanName) ? OperationType.Embeddings : OperationType.Chat;
        }

        return item.Text(Field.Tool).IsEmpty || item.Text(Field.ToolCallId).IsEmpty ? null : OperationType.ExecuteTool;
    }

    private static bool IsEmbedding(ReadOnlySpan<byte> word) => word.IndexOf("embed"u8) >= 0 || word.IndexOf("Embed"u8) >= 0;
}
