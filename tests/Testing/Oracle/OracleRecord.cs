namespace Tidemark.Testing.Oracle;

/// <summary>Issued, acknowledged and pending calls. Thread-safe.</summary>
/// <param name="run">Identifies the calls of this run.</param>
/// <param name="latest">Maximum delay of late calls; null = plain calls only.</param>
internal sealed class OracleRecord(int run, TimeSpan? latest = null)
{
    private readonly Lock _lock = new();
    private readonly List<IssuedCall> _issued = [];
    private readonly HashSet<int> _acknowledged = [];
    private readonly List<IssuedCall> _waiting = [];
    private readonly PriorityQueue<IssuedCall, DateTimeOffset> _late = new();
    private int _replayed;
    private string? _refusal;

    public IReadOnlyList<IssuedCall> Issued => _issued;

    public int Acknowledged => Read(() => _acknowledged.Count);

    /// <summary>Calls to resend, and late ones.</summary>
    public int Waiting => Read(() => _waiting.Count + _late.Count);

    /// <summary>Number of calls resent after their acknowledgement.</summary>
    public int Replayed => Read(() => _replayed);

    /// <summary>The first response that made the sender drop data; must be null.</summary>
    public string? Refusal => Read(() => _refusal);

    public bool IsAcknowledged(IssuedCall call) => Read(() => _acknowledged.Contains(call.Number));

    /// <summary>Generates calls; pairs are never split.</summary>
    /// <returns>The calls to send now; late ones become pending when they are due.</returns>
    public IssuedCall[] Issue(int count, DateTimeOffset now)
    {
        var start = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        lock (_lock)
        {
            var calls = new List<IssuedCall>(count);
            while (calls.Count < count)
            {
                foreach (var role in latest is null ? [CallRole.Plain] : CallRole.From(_issued.Count + calls.Count))
                {
                    var number = _issued.Count + calls.Count;
                    calls.Add(new IssuedCall(run, number, start + (number % 1000), role));
                }
            }

            _issued.AddRange(calls);
            if (latest is not { } longest) return [.. calls];
            foreach (var call in calls.Where(call => call.Role.IsLate)) _late.Enqueue(call, now + (longest * (call.Number % 97 / 97.0)));
            return [.. calls.Where(call => !call.Role.IsLate)];
        }
    }

    /// <summary>Takes unacknowledged and due late calls at random, in new batches.</summary>
    public IssuedCall[] TakeWaiting(int most, Random random, DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_late.TryPeek(out var late, out var due) && due <= now)
            {
                _late.Dequeue();
                _waiting.Add(late);
            }

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

    /// <summary>No response: it is unknown whether they are stored.</summary>
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
