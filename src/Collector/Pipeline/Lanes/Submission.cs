namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>The parts of one request: until the commit of the first one starts, the request can be withdrawn from all lanes.</summary>
internal sealed class Submission
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Ended = 2;

    private int _state = Waiting;

    /// <summary>False if the request was withdrawn or one of its parts failed, and the part must not be committed.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) != Ended;

    /// <summary>False if the commit of a part has started; its result is the request's result.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Ended, Waiting) != Begun;

    /// <summary>A part was not committed, so the sender retries the whole request: parts that have not started are skipped.</summary>
    public void Fail() => Volatile.Write(ref _state, Ended);
}
