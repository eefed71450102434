using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Publish;

/// <summary>Section <c>Tidemark:Publish</c>.</summary>
internal sealed class PublishOptions
{
    public const string Section = "Tidemark:Publish";

    /// <summary>Live subscribers at once. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int Subscribers { get; set; } = 2_000;

    /// <summary>Events that may wait for one subscriber before it is cut off. Default 1,024.</summary>
    [Range(1, 1_000_000)]
    public int QueuedEvents { get; set; } = 1_024;
}
