using System.Diagnostics.CodeAnalysis;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Admission;

/// <summary>
/// Decides before decoding whether a request can be committed in time: from the number of items accepted but not committed yet, and the
/// rate at which lanes commit.
/// </summary>
/// <remarks>
/// A request is judged by what is ahead of it, never by its own size: large and small requests have the same chance. As long as waits are
/// short every request is accepted, so that a burst on an idle collector is not judged by the rate of a quiet hour.
/// </remarks>
internal sealed class AdmissionControl(PipelineOptions options, TimeProvider time)
{
    private const double Learning = 0.2;

    private readonly Lock _gate = new();
    private readonly LinkedList<Reservation> _pending = new();
    private readonly Dictionary<Reservation, LinkedListNode<Reservation>> _nodes = new(ReferenceEqualityComparer.Instance);
    private readonly CommitRate _rate = new();
    private readonly ItemEstimate _estimate = new();
    private long _items;
    private long _measured;
    private TimeSpan _lastWaits;

    /// <summary>Items accepted but not committed yet.</summary>
    public long Pending => Interlocked.Read(ref _items);

    /// <summary>Estimated wait of a new request until its commit.</summary>
    public TimeSpan EstimatedWait
    {
        get
        {
            lock (_gate)
            {
                Measure();
                return Wait();
            }
        }
    }

    // From here on requests are refused by their estimated wait: a quarter of the limit, so that the rate is known before the limit is reached.
    private TimeSpan Busy => options.MaxWait / 4;

    // Nothing should be this old: whatever blocks the oldest request blocks later ones too.
    private TimeSpan Stall => options.MaxWait * 2;

    /// <summary>Whether a request may be accepted now. Reserves nothing.</summary>
    public RefusalCause? Look()
    {
        lock (_gate)
        {
            Measure();
            return Judge();
        }
    }

    /// <summary>Reserves capacity for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cause">The reason, if false is returned.</param>
    /// <param name="reservation">Disposed when the request is answered.</param>
    public bool TryAdmit(in IngestRequest request, out RefusalCause cause, [NotNullWhen(true)] out Reservation? reservation)
    {
        lock (_gate)
        {
            Measure();
            if (Judge() is { } refused)
            {
                (cause, reservation) = (refused, null);
                return false;
            }

            // A new busy period after a quiet one, whose rate says nothing about many concurrent requests.
            if (_pending.Count == 0 && _lastWaits < Busy) _rate.Reset();
            reservation = new Reservation(this, request, _estimate.Of(request), time.GetTimestamp());
            _nodes.Add(reservation, _pending.AddLast(reservation));
            _items += reservation.Items;
            cause = default;
            return true;
        }
    }

    /// <summary>Replaces the estimate with the actual number of items.</summary>
    public void Correct(Reservation reservation, long count)
    {
        lock (_gate)
        {
            _estimate.Learn(reservation.Request, count);
            if (!_nodes.ContainsKey(reservation)) return;
            _items += count - reservation.Items;
            reservation.Items = count;
        }
    }

    /// <summary>Releases the reservation of an answered request.</summary>
    public void Release(Reservation reservation, bool isCommitted)
    {
        lock (_gate)
        {
            if (!_nodes.Remove(reservation, out var node)) return;
            Measure();
            _pending.Remove(node);
            _items -= reservation.Items;
            if (!isCommitted) return;
            _rate.Committed(reservation.Items);
            _lastWaits += Learning * (time.GetElapsedTime(reservation.Admitted) - _lastWaits);
        }
    }

    private RefusalCause? Judge()
    {
        if (_pending.First is not { } oldest) return null;
        var age = time.GetElapsedTime(oldest.Value.Admitted);
        if (age > Stall) return RefusalCause.Stalled;
        if (age < Busy && _lastWaits < Busy) return null;
        return Wait() > options.MaxWait ? RefusalCause.Overload : null;
    }

    // At most the age of the oldest request while nothing has been committed: until then the rate is unknown.
    private TimeSpan Wait()
    {
        if (_pending.First is not { } oldest) return TimeSpan.Zero;
        var perSecond = _rate.PerSecond;
        if (perSecond <= 0) return time.GetElapsedTime(oldest.Value.Admitted);
        return TimeSpan.FromSeconds(Math.Min(_items / perSecond, TimeSpan.FromDays(1).TotalSeconds));
    }

    private void Measure()
    {
        var now = time.GetTimestamp();
        if (_pending.Count > 0) _rate.Worked(time.GetElapsedTime(_measured, now));
        _measured = now;
    }
}
