using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Publish;

/// <summary>Section <c>Tidemark:Publish</c>.</summary>
internal sealed class PublishOptions
{
    public const string Section = "Tidemark:Publish";

    /// <summary>Maximum live subscribers; further ones are asked to retry. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int Subscribers { get; set; } = 2_000;

    /// <summary>Maximum events queued for one subscriber before it is disconnected. Default 1,024.</summary>
    [Range(1, 1_000_000)]
    public int QueuedEvents { get; set; } = 1_024;

    /// <summary>Time for a disconnected subscriber to read what is still queued, before its connection is closed. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:05:00")]
    public TimeSpan CutOffGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Heartbeat interval of a subscriber that gets no messages. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Polling interval for events of other collectors while there are subscribers. Default 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Minimum time between two reads; events committed in between are sent together. Default 10 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Spacing { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// How long later events are held back for an earlier transaction that is still open, so that events nearly always arrive in the
    /// order of their transactions and an event's id alone is a position to resume from. Default 50 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Maximum events per read. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int PageEvents { get; set; } = 1_000;

    /// <summary>Interval at which the current numbers are sent. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan WindowsInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Pause before the event stream is read again after a failure. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);
}
