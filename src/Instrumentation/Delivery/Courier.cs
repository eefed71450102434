using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// Delivers requests. While nothing waits, a request is sent at once, by the caller. While something waits, requests queue up behind it and
/// one thread sends them, oldest first, as fast as the receiver takes them; it backs off while the receiver is away. Never throws.
/// </summary>
internal sealed class Courier : IDisposable
{
    /// <summary>A request that the receiver fails on, rather than being away, is given up after so many tries, once the next one goes through.</summary>
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

    /// <summary>A request that arrives while the last one leaves must not pass for sent.</summary>
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
        _caughtUp = new ManualResetEventSlim(outbox.Count == 0);
        DeliveryMetrics.Add(this);
        _thread = new Thread(Run) { IsBackground = true, Name = "Tidemark delivery" };
        _thread.Start();
    }

    public IOutbox Outbox => _outbox;

    /// <summary>Sends the request, or keeps it.</summary>
    public void Deliver(Signal signal, byte[] payload)
    {
        if (!_isAway && _outbox.Count == 0)
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

        int dropped;
        lock (_arrival)
        {
            _caughtUp.Reset();
            dropped = _outbox.Add(signal, payload);
        }

        _report.Dropped(dropped);
        _wake.Set();
    }

    /// <summary>Waits until nothing waits, or for as long as is given.</summary>
    public void CatchUp(int timeoutMilliseconds)
    {
        if (_caughtUp.IsSet)
            return;

        _hurry.Set();
        _caughtUp.Wait(timeoutMilliseconds);
    }

    /// <summary>The app is ending: what is left goes out soon or stays on disk.</summary>
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
            Guard.Run(static self => self._report.Dropped(self._outbox.Tidy()), this, "tidying what waits");
            var wait = Guard.Run(static self => self.SendAll(), this, "sending what waits");
            if (wait is null)
            {
                pause = MinPause;
                _wake.WaitOne(TidyInterval);
                continue;
            }

            // A caller that waits for the rest has little time: the pauses are reset.
            var isHurried = WaitHandle.WaitAny([_stopping.Token.WaitHandle, _hurry], wait > pause ? wait.Value : pause) == 1;
            pause = isHurried ? MinPause : pause + pause < MaxPause ? pause + pause : MaxPause;
        }
    }

    /// <summary>Sends until nothing waits or the receiver does not take it.</summary>
    /// <returns>How long the receiver wants to be left alone; <see langword="null"/> = nothing waits.</returns>
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

        // A caller that waits for this may look at the log next.
        if (delivered + refused > 0 && _outbox.Count == 0)
            _report.CaughtUp(delivered);
        lock (_arrival)
        {
            _isAway = _outbox.Count > 0;
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

    /// <summary>Whether the receiver fails on this request time and again, and takes the one behind it.</summary>
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
