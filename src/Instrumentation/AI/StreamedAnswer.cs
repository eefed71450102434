using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.AI;

/// <summary>Collects the chunks of a streamed response; if the stream is interrupted, the chunks received so far count.</summary>
internal sealed class StreamedAnswer(ChatCall call)
{
    /// <summary>Chunks are kept only if content is captured.</summary>
    private readonly List<ChatResponseUpdate>? _kept = call.Operation.CapturesContent ? [] : null;

    /// <summary>Providers report usage once, at the end, or in parts that are summed.</summary>
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

    /// <summary>Records the content received so far.</summary>
    public void Complete()
    {
        if (_kept is { Count: > 0 })
            call.Operation.SetOutput(ChatContent.Write(_kept.ToChatResponse().Messages));
    }

    private void Add(UsageDetails usage)
    {
        _usage ??= new UsageDetails();
        _usage.Add(usage);
        call.Used(_usage);
    }
}
