using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// Delivers export requests. While none are waiting, a request is sent at once by its caller. Otherwise requests are queued and sent by a
/// single thread, oldest first, as fast as the receiver accepts them, with back-off while it is unavailable. Never throws.
/// </summary>
internal sealed class RequestDelivery : IDisposable
{
    /// <summary>Attempts at a request on which the receiver fails while it is available; then it is dropped, once the next request succeeds.</summary>
    internal const int MaxAttempts = 5;

    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TidyInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(2);

    private readonly OtlpSender _sender;
    private readonly IRequestQueue _queue;
    private readonly DeliveryReport _report;
    private readonly AutoResetEvent _wake = new(false);
    private readonly AutoResetEvent _retryNow = new(false);
    private readonly ManualResetEventSlim _caughtUp;

    /// <summary>Set so that a request that arrives while the last one is sent does not count as sent.</summary>
    private readonly object _arrival = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Thread _thread;
    private volatile bool _isAway;
    private string? _failingRequest;
    private int _attempts;
    private int _disposed;

    public RequestDelivery(OtlpSender sender, IRequestQueue queue, DeliveryReport report)
    {
        _sender = sender;
        _queue = queue;
        _report = report;
        _caughtUp = new ManualResetEventSlim(!queue.HasReadable);
        DeliveryMetrics.Add(this);
        _thread = new Thread(Run) { IsBackground = true, Name = "Tidemark delivery" };
        _thread.Start();
    }

    public IRequestQueue Queue => _queue;

    /// <summary>Sends the request, or queues it.</summary>
    public void Deliver(Signal signal, byte[] payload)
    {
        if (!_isAway && !_queue.HasReadable)
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
            _report.Away(_sender.Target(signal), outcome.Reason, _queue.Location);
        }

        AddOutcome added;
        lock (_arrival)
        {
            _caughtUp.Reset();
            added = _queue.Add(signal, payload);
        }

        _report.Dropped(added.Dropped);
        if (added.Failure is { } failure)
            _report.NotStored(signal, failure, _queue.Location);
        _wake.Set();
    }

    /// <summary>Waits until the queue is empty, up to the given time.</summary>
    public void CatchUp(int timeoutMilliseconds)
    {
        if (_caughtUp.IsSet)
            return;

        _retryNow.Set();
        _caughtUp.Wait(timeoutMilliseconds);
    }

    /// <summary>The app is ending: the remaining requests are sent shortly or stay on disk.</summary>
    public void ShortenTimeouts() => _sender.TimeoutLimit = ExitTimeout;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        DeliveryMetrics.Remove(this);
        _stopping.Cancel();
        _wake.Set();
        if (Thread.CurrentThread != _thread)
            _thread.Join();
        _report.Left(_queue);
        _queue.Dispose();
        _sender.Dispose();
        _wake.Dispose();
        _retryNow.Dispose();
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
                Guard.Run(static self => self._report.Dropped(self._queue.Tidy()), this, "tidying the queue");
                pause = SendAll() is { } retryAfter ? WaitToRetry(retryAfter, pause) : WaitForRequests();
            }
            catch (Exception exception)
            {
                // Disposed by its own thread: the handles to wait for are disposed as well.
                if (_stopping.IsCancellationRequested)
                    return;

                _report.Failed(exception, _queue.Location);
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
        var isRetryRequested = WaitHandle.WaitAny([_stopping.Token.WaitHandle, _retryNow], retryAfter > pause ? retryAfter : pause) == 1;
        if (isRetryRequested)
            return MinPause;
        return pause + pause < MaxPause ? pause + pause : MaxPause;
    }

    /// <summary>Sends until no request is left that can be read, or the receiver does not accept a request.</summary>
    /// <returns>How long to wait before the next attempt; <see langword="null"/> = there are none left.</returns>
    private TimeSpan? SendAll()
    {
        var (delivered, refused) = (0, 0);
        while (!_stopping.IsCancellationRequested && _queue.Oldest() is { } request)
        {
            var outcome = _sender.Send(request.Signal, request.Payload, _stopping.Token);
            if (outcome.Kind == SendOutcomeKind.Later && _stopping.IsCancellationRequested)
                return TimeSpan.Zero;
            if (outcome.Kind == SendOutcomeKind.Later && !(outcome.MayBeRejected && IsPoison(request)))
            {
                ReportAway(request.Signal, outcome);
                return outcome.RetryAfter ?? TimeSpan.Zero;
            }

            Done(request, outcome);
            if (outcome.Kind == SendOutcomeKind.Delivered)
                delivered++;
            else
                refused++;
        }

        // A caller that waits for this may read the log next.
        if (delivered + refused > 0 && !_queue.HasReadable)
            _report.CaughtUp(delivered);
        lock (_arrival)
        {
            _isAway = _queue.HasReadable;
            if (!_isAway)
                _caughtUp.Set();
        }

        return null;
    }

    private void ReportAway(Signal signal, SendOutcome outcome)
    {
        if (!_isAway)
            _report.Away(_sender.Target(signal), outcome.Reason, _queue.Location);
        _isAway = true;
    }

    private void Done(QueuedRequest request, SendOutcome outcome)
    {
        if (outcome.Kind != SendOutcomeKind.Delivered)
            _report.Refused(request.Signal, outcome.Reason);
        _queue.Remove(request);
    }

    /// <summary>Whether the receiver repeatedly fails on this request but accepts the one behind it.</summary>
    private bool IsPoison(QueuedRequest request)
    {
        _attempts = request.Name == _failingRequest ? _attempts + 1 : 1;
        _failingRequest = request.Name;
        if (_attempts < MaxAttempts || _queue.Oldest(after: request) is not { } next)
            return false;

        var outcome = _sender.Send(next.Signal, next.Payload, _stopping.Token);
        if (outcome.Kind == SendOutcomeKind.Delivered)
            Done(next, outcome);
        return outcome.Kind == SendOutcomeKind.Delivered;
    }
}
