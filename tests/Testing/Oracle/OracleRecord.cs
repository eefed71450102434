namespace Tidemark.Testing.Oracle;

/// <summary>What was issued, what was acknowledged, and what waits to be sent again. Safe for many producers at once.</summary>
internal sealed class OracleRecord(int run)
{
    private readonly Lock _lock = new();
    private readonly List<IssuedCall> _issued = [];
    private readonly HashSet<int> _acknowledged = [];
    private readonly List<IssuedCall> _waiting = [];
    private int _replayed;
    private string? _refusal;

    public IReadOnlyList<IssuedCall> Issued => _issued;

    public int Acknowledged => Read(() => _acknowledged.Count);

    public int Waiting => Read(() => _waiting.Count);

    /// <summary>Calls sent again although they had been acknowledged.</summary>
    public int Replayed => Read(() => _replayed);

    /// <summary>The first answer that told to give up data: there must be none.</summary>
    public string? Refusal => Read(() => _refusal);

    public bool IsAcknowledged(IssuedCall call) => Read(() => _acknowledged.Contains(call.Number));

    public IssuedCall[] Issue(int count, DateTimeOffset now)
    {
        var start = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        lock (_lock)
        {
            var calls = Enumerable.Range(_issued.Count, count).Select(number => new IssuedCall(run, number, start + (number % 1000))).ToArray();
            _issued.AddRange(calls);
            return calls;
        }
    }

    /// <summary>Takes calls that no answer has confirmed, at random: requests are cut anew.</summary>
    public IssuedCall[] TakeWaiting(int most, Random random)
    {
        lock (_lock)
        {
            var taken = new IssuedCall[Math.Min(most, _waiting.Count)];
            for (var i = 0; i < taken.Length; i++)
            {
                var at = random.Next(_waiting.Count);
                taken[i] = _waiting[at];
                _waiting[at] = _waiting[^1];
                _waiting.RemoveAt(_waiting.Count - 1);
            }

            return taken;
        }
    }

    public IssuedCall[] Replay(int most, Random random)
    {
        lock (_lock)
        {
            if (_issued.Count == 0) return [];
            var calls = Enumerable.Range(0, most).Select(_ => _issued[random.Next(_issued.Count)]).Where(call => _acknowledged.Contains(call.Number)).ToArray();
            _replayed += calls.Length;
            return calls;
        }
    }

    public void Acknowledge(IEnumerable<IssuedCall> calls)
    {
        lock (_lock) _acknowledged.UnionWith(calls.Select(call => call.Number));
    }

    /// <summary>No answer: nobody knows whether they are stored.</summary>
    public void GiveBack(IEnumerable<IssuedCall> calls)
    {
        lock (_lock) _waiting.AddRange(calls.Where(call => !_acknowledged.Contains(call.Number)));
    }

    public void Refuse(string answer)
    {
        lock (_lock) _refusal ??= answer;
    }

    private T Read<T>(Func<T> read)
    {
        lock (_lock) return read();
    }
}
