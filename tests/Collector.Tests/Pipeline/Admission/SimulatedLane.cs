using Tidemark.Collector.Decode;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Pipeline.Admission;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Pipeline.Admission;

/// <summary>A lane whose database commits a given number of items per second; takes all queued items after each commit.</summary>
internal sealed class SimulatedLane(AdmissionControl control, FakeTime time)
{
    public const int BytesPerItem = 400;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly Queue<Reservation> _queue = new();
    private readonly List<Reservation> _committing = [];
    private DateTimeOffset _done;

    public double ItemsPerSecond { get; set; } = 1_000;

    public long Committed { get; private set; }

    /// <summary>From admission to commit, of each request.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public static IngestRequest Request(int items) => new(OtlpSignal.Traces, OtlpEncoding.Protobuf, IsCompressed: false, items * BytesPerItem, "test");

    /// <summary>Offers a request.</summary>
    /// <returns>Whether it was admitted.</returns>
    public bool Offer(int items)
    {
        if (!control.TryAdmit(Request(items), out _, out var reservation)) return false;
        reservation.Correct(items);
        _queue.Enqueue(reservation);
        return true;
    }

    /// <summary>Advances time.</summary>
    /// <param name="duration">The duration.</param>
    /// <param name="arrive">Items that arrive at each step.</param>
    public void Run(TimeSpan duration, Action arrive)
    {
        for (var end = time.GetUtcNow() + duration; time.GetUtcNow() < end; time.Advance(Step))
        {
            arrive();
            if (time.GetUtcNow() >= _done) Commit();
        }
    }

    private void Commit()
    {
        foreach (var reservation in _committing)
        {
            reservation.Commit();
            Committed += reservation.Items;
            Waits.Add(time.GetElapsedTime(reservation.Admitted));
        }

        _committing.Clear();
        while (_queue.TryDequeue(out var next)) _committing.Add(next);
        _done = time.GetUtcNow() + TimeSpan.FromSeconds(_committing.Sum(reservation => reservation.Items) / ItemsPerSecond);
    }
}
