using System.Buffers.Binary;
using Tidemark.Testing.Otlp;

namespace Tidemark.Testing.Oracle;

/// <summary>
/// A generated span or log record: its values follow from its number, start and role, so that equality can be checked.
/// </summary>
/// <param name="Run">Identifies the run: first half of the trace id.</param>
/// <param name="Number">From 0, in order of issue.</param>
/// <param name="StartMicros">Microseconds since 1970, UTC.</param>
/// <param name="Role">Its role in the trace.</param>
internal readonly record struct IssuedCall(int Run, int Number, long StartMicros, CallRole Role)
{
    public const string Scope = "Experimental.Microsoft.Extensions.AI";
    private const string OtherScope = "opentelemetry.instrumentation.openai";
    private const int CallsOfGroup = 250;
    private const int SessionsOfGroup = 5;
    private const int SlowMs = 31_000;
    private const int AroundMs = 10;

    private static readonly string[] Models = ["kimi-k2-0905-preview", "gpt-5", "gpt-5-mini", "claude-sonnet-4-5"];

    public string TraceId => Convert.ToHexStringLower(TraceIdBytes());

    public string SpanId => Convert.ToHexStringLower(SpanIdBytes(Number));

    /// <summary>The report that is counted instead of this one, as in <c>tidemark.operations.mirror_of</c>.</summary>
    public string? MirrorOf => Role.IsMirror ? $"{TraceId}/{Convert.ToHexStringLower(SpanIdBytes(Number + 1))}" : null;

    public string ScopeName => Role.IsOfOtherScope ? OtherScope : Scope;

    public string Service => Role.IsPrompt ? "claude-code" : "checkout-agent";

    public string Session => $"oracle-{Run}-{First / CallsOfGroup}-{First % SessionsOfGroup}";

    /// <summary>Reported together with the session: the trace's other spans inherit both.</summary>
    public string User => $"user-{First % 11}";

    /// <summary>The agent of the operation, if any.</summary>
    public string? Agent => Role.IsAgent || Role.IsOfAgent ? $"agent-{First % 7}" : null;

    public string Model => Models[Mixed(1) % (uint)Models.Length];

    public int Input => 1 + (int)(Mixed(2) % 5000);

    public int Output => (int)(Mixed(3) % 700);

    public bool IsFailed => Role.IsPlain && Mixed(4) % 23 == 0;

    /// <summary>Above the slow limit of a model call.</summary>
    public bool IsSlow => Role.IsPlain && Mixed(5) % 97 == 0;

    public int DurationMs => IsSlow ? SlowMs : 5 + (int)(Mixed(6) % 2000) + (Role.IsBelow || Role.IsPlain ? 0 : AroundMs);

    // Both reports of a pair are of the same call or run.
    private int First => Role.IsBelow ? Number - 1 : Number;

    public OtlpSpan ToSpan() => new()
    {
        TraceId = TraceIdBytes(),
        SpanId = SpanIdBytes(Number),
        ParentSpanId = Role.IsBelow ? SpanIdBytes(First) : [],
        Name = Role.IsRow ? $"chat {Model}" : "turn",
        Kind = Role.IsRow ? 3 : 1,
        StartNanos = (ulong)StartMicros * 1000,
        EndNanos = ((ulong)StartMicros * 1000) + ((ulong)DurationMs * 1_000_000),
        StatusCode = IsFailed ? 2 : 0,
        Attributes = Attributes(),
    };

    public OtlpLog ToLog() => Role.IsPrompt ? ToPrompt() : new()
    {
        EventName = "gen_ai.client.inference.operation.details",
        TraceId = TraceIdBytes(),
        SpanId = SpanIdBytes(First),
        TimeNanos = ((ulong)StartMicros * 1000) + ((ulong)DurationMs * 1_000_000),
        Attributes = Attributes(),
    };

    private OtlpLog ToPrompt() => new()
    {
        EventName = "claude_code.user_prompt",
        TimeNanos = (ulong)StartMicros * 1000,
        Attributes = new OtlpAttributes { { "event.name", "user_prompt" }, { "session.id", Session }, { "user.id", User }, { "event.sequence", Number } },
    };

    private OtlpAttributes Attributes()
    {
        var attributes = new OtlpAttributes();
        if (Role.NamesSession) attributes.Add("session.id", Session);
        if (Role.NamesSession) attributes.Add("user.id", User);
        if (!Role.IsRow && !Role.IsEvent) return attributes;
        attributes.Add("team", $"team-{First % 3}");
        attributes.Add("gen_ai.operation.name", Role.IsAgent ? "invoke_agent" : "chat");
        attributes.Add("gen_ai.provider.name", "openai");
        attributes.Add("gen_ai.request.model", Model);
        if (Role.IsAgent) attributes.Add("gen_ai.agent.name", Agent);
        if (Role.HasUsage) attributes.Add("gen_ai.usage.input_tokens", Input);
        if (Role.HasUsage) attributes.Add("gen_ai.usage.output_tokens", Output);
        if (IsFailed) attributes.Add("error.type", "timeout");
        return attributes;
    }

    private byte[] TraceIdBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Run);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Mixed(7));
        return bytes;
    }

    private static byte[] SpanIdBytes(int number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number + 1L);
        return bytes;
    }

    /// <summary>SplitMix64's finalizer: uniformly distributed, with different values per purpose.</summary>
    private ulong Mixed(ulong purpose)
    {
        var value = ((ulong)First * 8 + purpose) * 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
