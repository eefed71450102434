namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>
/// Runs a session step by step. Its async-local state (current span, current session) is kept between steps,
/// as the runtime keeps it for a session that is an async method.
/// </summary>
internal sealed class Actor(SessionScript script, double rate) : IDisposable
{
    private readonly IEnumerator<TimeSpan> _steps = script.Play().GetEnumerator();
    private ExecutionContext _flow = ExecutionContext.Capture()!;
    private long _restsUntil;
    private bool _more;

    public SessionScript Script => script;

    public bool IsResting(long operations) => operations < _restsUntil;

    /// <summary>Runs one operation; false when the session has no more.</summary>
    public bool Step()
    {
        ExecutionContext.Run(_flow, static state => ((Actor)state!).MoveNext(), this);
        return _more;
    }

    public void Dispose() => ExecutionContext.Run(_flow, static state => ((Actor)state!)._steps.Dispose(), this);

    private void MoveNext()
    {
        _more = _steps.MoveNext();
        if (_more && _steps.Current > TimeSpan.Zero)
            _restsUntil = script.Tally.Operations + (long)(_steps.Current.TotalSeconds * rate);
        _flow = ExecutionContext.Capture()!;
    }
}
