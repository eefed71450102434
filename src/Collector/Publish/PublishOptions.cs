using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Publish;

/// <summary>Section <c>Tidemark:Publish</c>.</summary>
internal sealed class PublishOptions
{
    public const string Section = "Tidemark:Publish";

    /// <summary>Live subscribers at once; further ones are asked to retry. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int Subscribers { get; set; } = 2_000;

    /// <summary>Events that may wait for one subscriber before it is cut off. Default 1,024.</summary>
    [Range(1, 1_000_000)]
    public int QueuedEvents { get; set; } = 1_024;

    /// <summary>How long a subscriber that was cut off may take for what still waits for it, before its connection is closed. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:05:00")]
    public TimeSpan CutOffGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A subscriber to whom nothing was sent for that long is sent a heartbeat. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the events of other collectors are looked for while there are subscribers. Default 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The least time between two looks; what is committed meanwhile goes out together. Default 10 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Spacing { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// How long later events wait for an earlier transaction that is still open, so that nearly always events come in the
    /// order of their transactions and an event's id alone says where to resume. Default 50 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Events of one look at most. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int PageEvents { get; set; } = 1_000;

    /// <summary>How often the current numbers are sent. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan WindowsInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait before following the events again after that failed. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);
}
