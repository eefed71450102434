using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>
/// Random sessions from a seed: all kinds of operations, silences, ends, successors, several models and agents,
/// known and unknown windows, compactions, failures; on a coarse clock, so that many things are simultaneous.
/// </summary>
internal sealed class Scenario
{
    private static readonly string[] SessionIds = ["a", "b", "c"];
    private static readonly string[] Models = ["kimi", "glm", "qwen"];
    private static readonly string?[] ConversationIds = ["c-1", "c-1", "c-1", "c-2", null];
    private static readonly string[] Agents = ["planner", "planner", "planner", "", "coder"];
    private static readonly int?[] Windows = [1000, 1000, 1000, 2000, null];

    private readonly Random _random;
    private readonly bool _isCoarse;

    /// <param name="isCoarse">Whole multiples of 20 s; otherwise all times differ.</param>
    public Scenario(int seed, bool isCoarse, int count = 60)
    {
        _random = new Random(seed);
        _isCoarse = isCoarse;
        var second = 0.0;
        for (var i = 0; i < count; i++)
        {
            second += _random.Next(20) == 0 ? 400 * _random.Next(1, 8) : 20 * _random.Next(0, 3);
            Operations.Add(Next(_isCoarse ? second : second + (i * 0.001), SessionAt(i, count)));
        }

        for (var i = 0; i < 4; i++) Notices.Add(NextSignal(second));
        NameSuccessor(count);
    }

    public List<Operation> Operations { get; } = [];

    public List<SessionNotice> Notices { get; } = [];

    /// <summary>Operations and notices, cut into transactions.</summary>
    public IEnumerable<(Operation[] Operations, SessionNotice[] Notices)> Batches(bool isShuffled)
    {
        object[] items = [.. Operations, .. Notices];
        if (isShuffled) _random.Shuffle(items);
        else items = [.. items.OrderBy(TimeOf)];
        for (var from = 0; from < items.Length;)
        {
            var to = Math.Min(items.Length, from + _random.Next(1, 12));
            object[] batch = items[from..to];
            if (isShuffled) _random.Shuffle(batch);
            yield return ([.. batch.OfType<Operation>()], [.. batch.OfType<SessionNotice>()]);
            from = to;
        }
    }

    public World Run(World world, bool isShuffled)
    {
        foreach (var (operations, notices) in Batches(isShuffled)) world.Commit(operations, notices);
        return world;
    }

    private static DateTime TimeOf(object item) => item is Operation operation ? operation.Key.StartedAt : ((SessionNotice)item).At;

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    // Session b starts shortly before a is considered silent.
    private string SessionAt(int position, int count)
    {
        var session = Pick(SessionIds);
        if (session == "a" && position > count / 2 && _random.Next(4) > 0) return "c";
        return session == "b" && position < count / 2 ? "a" : session;
    }

    private Operation Next(double second, string session)
    {
        var seconds = _random.Next(8) == 0 ? 45 : _random.Next(0, 5);
        var operation = _random.Next(6) switch
        {
            0 => Make.Tool(second, session: session, seconds: seconds),
            1 => Make.Call(second, session: session, seconds: seconds),
            2 => Make.Operation(second, Make.Series(OperationKind.Embedding, provider: "p", model: "ada"), session, seconds) with
            {
                Tokens = new TokenUsage(_random.Next(100), null, null, null, null),
            },
            _ => NextInference(second, session, seconds),
        };
        if (_random.Next(6) == 0) operation = operation.Failed(Pick(["timeout", "429", "500"]));
        if (_random.Next(15) == 0) operation = operation with { ConversationId = "c-1", Compaction = new Compaction(null, _random.Next(400)) };
        return _random.Next(8) == 0 ? operation with { UserId = Pick(["u-1", "u-2"]) } : operation;
    }

    private Operation NextInference(double second, string session, int seconds)
    {
        int? input = _random.Next(10) == 0 ? null : 10 * _random.Next(1, 105);
        return Make.Inference(second, Pick(Models), input, Pick(Windows), session, Pick(ConversationIds), Pick(Agents), seconds) with
        {
            Cost = _random.Next(8) == 0 ? null : new Cost(_random.Next(1, 1000) / 10_000m, CostSource.Computed),
        };
    }

    private SessionNotice NextSignal(double last)
    {
        var second = _isCoarse ? 20 * _random.Next((int)(last / 20) + 1) : (_random.NextDouble() * last) + 0.0005;
        var session = Pick(SessionIds);
        return _random.Next(3) == 0 ? Make.Start(second, session) : Make.End(second, session);
    }

    // A session that follows another reports it from its first operation on.
    private void NameSuccessor(int count)
    {
        if (_random.Next(3) == 0) return;
        for (var i = 0; i < count; i++)
        {
            if (Operations[i].SessionId == "b") Operations[i] = Operations[i] with { PreviousSessionId = "a" };
        }

        Notices.RemoveAll(notice => notice.SessionId == "b");
    }
}
