using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Classifies a span by its attributes if its operation name is unknown.</summary>
internal sealed class Evidence(ItemReader item)
{
    /// <summary>Whether the span reports tokens.</summary>
    public bool HasTokens => item.Integer(Field.InputTokens) > 0 || item.Integer(Field.OutputTokens) > 0;

    /// <summary>A model and tokens indicate a model call; a tool and a call id a tool run; anything else nothing.</summary>
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
