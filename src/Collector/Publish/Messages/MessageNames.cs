namespace Tidemark.Collector.Publish.Messages;

/// <summary>Names of messages other than session events: public, never renamed.</summary>
internal static class MessageNames
{
    /// <summary>The current numbers, once a second.</summary>
    public const string Windows = "windows";

    /// <summary>The reader's position; WebSockets receive it first and as a heartbeat.</summary>
    public const string Position = "position";

    /// <summary>The last message: why the stream ends.</summary>
    public const string CutOff = "cut_off";
}
