namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>The parts of one request as a whole: until the first of them begins to be committed the request can be withdrawn from all lanes.</summary>
internal sealed class Submission
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Ended = 2;

    private int _state = Waiting;

    /// <summary>False: the request was withdrawn, or a part of it has failed, and the part is not to be committed.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) != Ended;

    /// <summary>False: a part is being committed, or is committed; its outcome is the request's.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Ended, Waiting) != Begun;

    /// <summary>A part was not committed, so the sender sends all of it again: parts that have not begun need not.</summary>
    public void Fail() => Volatile.Write(ref _state, Ended);
}
