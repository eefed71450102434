using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.AI;

/// <summary>Gathers the chunks of a streamed answer; of a stream that is cut off, what came before counts.</summary>
internal sealed class StreamedAnswer(ChatCall call)
{
    /// <summary>Chunks are only kept where content is captured.</summary>
    private readonly List<ChatResponseUpdate>? _kept = call.Operation.CapturesContent ? [] : null;

    /// <summary>Providers report usage once, at the end, or in parts that add up.</summary>
    private UsageDetails? _usage;

    public void Add(ChatResponseUpdate update)
    {
        call.Received(update);
        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage)
                Add(usage.Details);
        }

        _kept?.Add(update);
    }

    public void Complete()
    {
        if (_kept is not null)
            call.Operation.SetOutput(ChatContent.Write(_kept.ToChatResponse().Messages));
    }

    private void Add(UsageDetails usage)
    {
        _usage ??= new UsageDetails();
        _usage.Add(usage);
        call.Used(_usage);
    }
}
