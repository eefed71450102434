namespace Tidemark.Collector.Publish.Messages;

/// <summary>Names of the stream's messages that are not session events: public, never renamed.</summary>
internal static class MessageNames
{
    /// <summary>The current numbers, once a second.</summary>
    public const string Windows = "windows";

    /// <summary>Where the reader stands; WebSockets get it first and as a heartbeat.</summary>
    public const string Position = "position";

    /// <summary>The last message: why the stream ends.</summary>
    public const string CutOff = "cut_off";
}
