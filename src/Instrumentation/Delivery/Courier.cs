using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// Delivers export requests. While none are waiting, a request is sent at once by its caller. Otherwise requests are queued and sent by a
/// single thread, oldest first, as fast as the receiver accepts them, with back-off while it is unavailable. Never throws.
/// </summary>
internal sealed class Courier : IDisposable
{
    /// <summary>Attempts at a request on which the receiver fails while it is available; then it is dropped, once the next request succeeds.</summary>
    internal const int MaxDoubts = 5;

    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TidyInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(2);

    private readonly OtlpSender _sender;
    private readonly IOutbox _outbox;
    private readonly DeliveryReport _report;
    private readonly AutoResetEvent _wake = new(false);
    private readonly AutoResetEvent _hurry = new(false);
    private readonly ManualResetEventSlim _caughtUp;

    /// <summary>Set so that a request that arrives while the last one is sent does not count as sent.</summary>
    private readonly object _arrival = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Thread _thread;
    private volatile bool _isAway;
    private string? _doubted;
    private int _doubts;
    private int _disposed;

    public Courier(OtlpSender sender, IOutbox outbox, DeliveryReport report)
    {
        _sender = sender;
        _outbox = outbox;
        _report = report;
        _caughtUp = new ManualResetEventSlim(!outbox.HasReadable);
        DeliveryMetrics.Add(this);
        _thread = new Thread(Run) { IsBackground = true, Name = "Tidemark delivery" };
        _thread.Start();
    }

    public IOutbox Outbox => _outbox;

    /// <summary>Sends the request, or queues it.</summary>
    public void Deliver(Signal signal, byte[] payload)
    {
        if (!_isAway && !_outbox.HasReadable)
        {
            var outcome = _sender.Send(signal, payload, _stopping.IsCancellationRequested ? CancellationToken.None : _stopping.Token);
            if (outcome.Kind == SendOutcomeKind.Delivered)
                return;
            if (outcome.Kind == SendOutcomeKind.Refused)
            {
                _report.Refused(signal, outcome.Reason);
                return;
            }

            _isAway = true;
            _report.Away(_sender.Target(signal), outcome.Reason, _outbox.Place);
        }

        AddOutcome added;
        lock (_arrival)
        {
            _caughtUp.Reset();
            added = _outbox.Add(signal, payload);
        }

        _report.Dropped(added.Dropped);
        if (added.Failure is { } failure)
            _report.NotStored(signal, failure, _outbox.Place);
        _wake.Set();
    }

    /// <summary>Waits until the queue is empty, up to the given time.</summary>
    public void CatchUp(int timeoutMilliseconds)
    {
        if (_caughtUp.IsSet)
            return;

        _hurry.Set();
        _caughtUp.Wait(timeoutMilliseconds);
    }

    /// <summary>The app is ending: the remaining requests are sent shortly or stay on disk.</summary>
    public void Hurry() => _sender.TimeoutLimit = ExitTimeout;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        DeliveryMetrics.Remove(this);
        _stopping.Cancel();
        _wake.Set();
        if (Thread.CurrentThread != _thread)
            _thread.Join();
        _report.Left(_outbox);
        _outbox.Dispose();
        _sender.Dispose();
        _wake.Dispose();
        _hurry.Dispose();
        _caughtUp.Dispose();
        _stopping.Dispose();
    }

    private void Run()
    {
        var pause = MinPause;
        while (!_stopping.IsCancellationRequested)
        {
#pragma warning disable CA1031 // An exception on this thread would end the app's process.
            try
            {
                Guard.Run(static self => self._report.Dropped(self._outbox.Tidy()), this, "tidying what waits");
                pause = SendAll() is { } retryAfter ? WaitToRetry(retryAfter, pause) : WaitForRequests();
            }
            catch (Exception exception)
            {
                // Disposed by its own thread, which has nothing to wait with any more.
                if (_stopping.IsCancellationRequested)
                    return;

                _report.Failed(exception, _outbox.Place);
                pause = WaitToRetry(TimeSpan.Zero, pause);
            }
#pragma warning restore CA1031
        }
    }

    /// <returns>The pause after the next failure.</returns>
    private TimeSpan WaitForRequests()
    {
        _wake.WaitOne(TidyInterval);
        return MinPause;
    }

    /// <returns>The pause after the next failure.</returns>
    private TimeSpan WaitToRetry(TimeSpan retryAfter, TimeSpan pause)
    {
        // A caller is waiting for the rest and has little time: the pauses are reset.
        var isHurried = WaitHandle.WaitAny([_stopping.Token.WaitHandle, _hurry], retryAfter > pause ? retryAfter : pause) == 1;
        if (isHurried)
            return MinPause;
        return pause + pause < MaxPause ? pause + pause : MaxPause;
    }

    /// <summary>Sends until no request is left that can be read, or the receiver does not accept a request.</summary>
    /// <returns>How long to wait before the next attempt; <see langword="null"/> = there are none left.</returns>
    private TimeSpan? SendAll()
    {
        var (delivered, refused) = (0, 0);
        while (!_stopping.IsCancellationRequested && _outbox.Oldest() is { } letter)
        {
            var outcome = _sender.Send(letter.Signal, letter.Payload, _stopping.Token);
            if (outcome.Kind == SendOutcomeKind.Later && _stopping.IsCancellationRequested)
                return TimeSpan.Zero;
            if (outcome.Kind == SendOutcomeKind.Later && !(outcome.IsDoubtful && IsPoison(letter)))
            {
                Wait(letter.Signal, outcome);
                return outcome.RetryAfter ?? TimeSpan.Zero;
            }

            Done(letter, outcome);
            if (outcome.Kind == SendOutcomeKind.Delivered)
                delivered++;
            else
                refused++;
        }

        // A caller that waits for this may read the log next.
        if (delivered + refused > 0 && !_outbox.HasReadable)
            _report.CaughtUp(delivered);
        lock (_arrival)
        {
            _isAway = _outbox.HasReadable;
            if (!_isAway)
                _caughtUp.Set();
        }

        return null;
    }

    private void Wait(Signal signal, SendOutcome outcome)
    {
        if (!_isAway)
            _report.Away(_sender.Target(signal), outcome.Reason, _outbox.Place);
        _isAway = true;
    }

    private void Done(Letter letter, SendOutcome outcome)
    {
        if (outcome.Kind != SendOutcomeKind.Delivered)
            _report.Refused(letter.Signal, outcome.Reason);
        _outbox.Remove(letter);
    }

    /// <summary>Whether the receiver repeatedly fails on this request but accepts the one behind it.</summary>
    private bool IsPoison(Letter letter)
    {
        _doubts = letter.Name == _doubted ? _doubts + 1 : 1;
        _doubted = letter.Name;
        if (_doubts < MaxDoubts || _outbox.Oldest(after: letter) is not { } next)
            return false;

        var outcome = _sender.Send(next.Signal, next.Payload, _stopping.Token);
        if (outcome.Kind == SendOutcomeKind.Delivered)
            Done(next, outcome);
        return outcome.Kind == SendOutcomeKind.Delivered;
    }
}
